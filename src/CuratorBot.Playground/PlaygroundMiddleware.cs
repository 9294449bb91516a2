using CuratorBot.Playground.BotApi;
using CuratorBot.Playground.Phones;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CuratorBot.Playground;

public static class PlaygroundMiddleware
{
    /// <summary>Answers the Bot API, <c>/playground/…</c> and the page at <c>/</c>; all else goes on.</summary>
    /// <remarks>Call it first: it needs neither routing nor anything else of the pipeline.</remarks>
    public static IApplicationBuilder UsePlayground(this IApplicationBuilder app, PlaygroundWorld world)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(world);
        var lifetime = app.ApplicationServices.GetService<IHostApplicationLifetime>();
        lifetime?.ApplicationStopping.Register(world.LetGo);
        var botApi = new BotApiEndpoint(world);
        var phones = new PhonesEndpoint(world);
        return app.Use(next =>
            context =>
            {
                var path = context.Request.Path.Value ?? "";
                if (BotApiEndpoint.Owns(path))
                    return botApi.Handle(context, path);
                return PhonesEndpoint.Owns(path) ? phones.Handle(context, path) : next(context);
            }
        );
    }
}
