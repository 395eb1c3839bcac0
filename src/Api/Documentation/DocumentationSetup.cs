using Microsoft.OpenApi;

namespace Kehu.Api;

/// <summary>The OpenAPI document at <c>/openapi/v1.json</c> and Swagger UI at <c>/swagger</c>.</summary>
internal static class DocumentationSetup
{
    public static IServiceCollection AddDocumentation(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, context, _) =>
        {
            ApiDocument.Fill(document, context);
            return Task.CompletedTask;
        });
    });

    /// <summary>Swagger UI, which is open to everybody: it holds nothing of the bank's.</summary>
    public static void UseDocumentation(this WebApplication app) => app.UseSwaggerUI(options =>
        {
            options.SwaggerEndpoint("/openapi/v1.json", "Kehu");
            options.DocumentTitle = "Kehu";
            options.EnableTryItOutByDefault();
            options.DisplayRequestDuration();
        });

    /// <summary>The document, which is open to everybody, and the way to Swagger UI.</summary>
    public static void MapDocumentation(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        app.MapGet("/", () => TypedResults.Redirect("/swagger")).ExcludeFromDescription();
    }
}
