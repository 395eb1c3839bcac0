using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Kehu.Api;

/// <summary>
/// Fills the generated document with what the routes cannot say themselves: the words, the schemas made from the catalogue,
/// the examples and every error. A route without a description is a defect and stops the document.
/// </summary>
internal static class ApiDocument
{
    public static void Fill(OpenApiDocument document, OpenApiDocumentTransformerContext context)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Kehu 客户",
            Version = ServiceRoutes.Version,
            Description = "Which class a bank's customer is in and why, exactly, also where facts are missing. "
                + "Send `Accept-Language: zh-CN` for Chinese. 银行客户分类：结论、依据与缺失事实。",
            Contact = new OpenApiContact { Name = "The Kehu authors" },
            License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
        };
        document.Servers = [new OpenApiServer { Url = "/" }];
        var routes = context.ApplicationServices.GetRequiredService<RouteTable>().All;
        document.Components = new OpenApiComponents
        {
            Schemas = DocumentSchemas.All(document, context.ApplicationServices.GetRequiredService<FactCatalogue>(), routes),
        };
        DocumentedHeaders.Say(document);
        document.AddComponent("bearer", new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "The key set as Security:Key. Without one the service answers on this machine only and needs no key.",
        });
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("bearer", document)] = [] }, []];
        document.Tags = new HashSet<OpenApiTag>(DocumentTags.All.Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Description }));
        document.Paths = new OpenApiPaths();
        foreach (var route in routes.OrderBy(one => one.Path, StringComparer.Ordinal).ThenBy(one => one.Method, StringComparer.Ordinal))
        {
            if (!document.Paths.TryGetValue(route.Path, out var item))
            {
                document.Paths.Add(route.Path, item = new OpenApiPathItem { Operations = [] });
            }

            item.Operations![HttpMethod.Parse(route.Method)] = route.Told.Describe(route.Name, document);
        }

        ForGenerators.Form(document);
        document.CloseWhatIsSent();
    }
}
