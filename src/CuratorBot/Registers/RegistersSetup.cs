using CuratorBot.Conversations.Arriving;
using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Turns;
using CuratorBot.Fields;
using CuratorBot.Importing;
using CuratorBot.LongTasks;
using CuratorBot.Registers.Finding;
using CuratorBot.Registers.Tables;
using CuratorBot.Schools;
using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot.Registers;

internal static class RegistersSetup
{
    /// <summary>What all registers share.</summary>
    public static IServiceCollection AddRegisters(this IServiceCollection services) =>
        services
            .AddSingleton<Registry>()
            .AddSingleton<RowFiles>()
            .AddSingleton<Form, MoveRowForm>()
            .AddSingleton<Form, FindRowsForm>()
            .AddSingleton<IAction, RegisterLooks>()
            .AddSingleton<IAction, RegisterActions>()
            .AddSingleton<IAction, FindRowsAction>()
            .AddSingleton<IAction, RegisterTemplate>()
            .AddAs<IAction, RegisterExport>()
            .AddAs<IPreparation, RegisterExport>()
            .AddAs<ILongWork, RegisterExport>();

    /// <summary>A register, the form that fills it in and its table.</summary>
    public static IServiceCollection AddRegister<T>(this IServiceCollection services)
        where T : Register =>
        services
            .AddSingleton<T>()
            .AddSingleton<Register>(provider => provider.GetRequiredService<T>())
            .AddSingleton<Form>(provider => new RegisterForm(
                provider.GetRequiredService<T>(),
                provider.GetRequiredService<NameIndexCache>()
            ))
            .AddSingleton<TableImport>(provider => new RegisterImport(
                provider.GetRequiredService<T>(),
                provider.GetRequiredService<Registry>(),
                provider.GetRequiredService<NameIndexCache>()
            ));
}
