using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Turns;
using CuratorBot.Sweeping;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CuratorBot;

/// <summary>How a slice registers what it brings.</summary>
internal static class Slices
{
    public static IServiceCollection AddCommand<T>(this IServiceCollection services)
        where T : class, ICommand => services.AddAs<ICommand, T>();

    public static IServiceCollection AddAction<T>(this IServiceCollection services)
        where T : class, IAction => services.AddAs<IAction, T>();

    public static IServiceCollection AddForm<T>(this IServiceCollection services)
        where T : Form => services.AddAs<Form, T>();

    public static IServiceCollection AddSweep<T>(this IServiceCollection services)
        where T : class, ISweep => services.AddAs<ISweep, T>();

    /// <summary>One object, known by its own name and as one of several of its kind.</summary>
    public static IServiceCollection AddAs<TService, T>(this IServiceCollection services)
        where TService : class
        where T : class, TService
    {
        services.TryAddSingleton<T>();
        return services.AddSingleton<TService>(provider => provider.GetRequiredService<T>());
    }
}
