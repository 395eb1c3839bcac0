using Kehu.Api.Http;
using Kehu.Domain;
using Microsoft.OpenApi;
using static Kehu.Api.Documentation.Operations;
using static Kehu.Api.Documentation.Schemas;

namespace Kehu.Api.Documentation;

/// <summary>What the endpoints of the register of outlets are for, and their schemas.</summary>
internal static class OutletOperations
{
    private static readonly ToldParameter Code = new("code", ParameterLocation.Path, "The code of the outlet, as customers' records have it.", Text(), Required: true, Example: "OUT-001");

    public static Dictionary<string, Operation> ByName { get; } = new(StringComparer.Ordinal)
    {
        ["put-outlet"] = new(
            "Outlets", "Enter an outlet", "What the code stands for: its name, and the sub-branch and the branch that it belongs to. Customers' records may name outlets that are not in the register. Needs If-Match, or If-None-Match: * to create only.",
            [Code with { Example = "OUT-900" }, IfMatch, IfNoneMatch, Key],
            [new Content(MediaTypes.Json, "OutletToPut", Examples.Outlet)],
            [new Reply(200, "Entered, or so already.", new Content(MediaTypes.Json, "Outlet")), new Reply(201, "Created.", new Content(MediaTypes.Json, "Outlet"))],
            400, 401, 406, 408, 412, 413, 415, 422, 428),
        ["get-outlet"] = new(
            "Outlets", "One outlet of the register", "With the entity tag that changing it needs.",
            [Code], [],
            [new Reply(200, "The outlet.", new Content(MediaTypes.Json, "Outlet")), new Reply(304, "Not modified.")],
            400, 401, 404, 406),
        ["delete-outlet"] = new(
            "Outlets", "Strike an outlet off the register", "Its customers stay as they are. Needs If-Match.",
            [Code, IfMatch with { Required = true, Example = "*" }], [],
            [new Reply(204, "Struck off.")],
            400, 401, 404, 406, 412, 428),
        ["list-outlets"] = new(
            "Outlets", "The register of outlets", "By code.",
            [Limit, Cursor], [],
            [new Reply(200, "A page of outlets.", new Content(MediaTypes.Json, "OutletList"))],
            400, 401, 406),
    };

    public static Dictionary<string, IOpenApiSchema> Schemas(OpenApiDocument document) => new(StringComparer.Ordinal)
    {
        ["OutletToPut"] = SchemaForms.Sent(Outlet.Contract, document),
        ["Outlet"] = SchemaForms.Answered(Outlet.Contract, document),
        ["OutletList"] = SchemaForms.Answered(Listed<Outlet>.Of(Outlet.Contract), document),
    };
}
