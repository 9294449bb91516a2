using CuratorBot.Conversations.Arriving;
using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Turns;
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
            .AddSingleton<Form, MoveRowForm>()
            .AddSingleton<Form, FindRowsForm>()
            .AddSingleton<IAction, RegisterLooks>()
            .AddSingleton<IAction, RegisterActions>()
            .AddSingleton<IAction, FindRowsAction>()
            .AddSingleton<IAction, RegisterFiles>()
            .AddSingleton<IAction, RegisterTableActions>()
            .AddSingleton<RegisterTables>()
            .AddSingleton<ITableReader>(provider => provider.GetRequiredService<RegisterTables>())
            .AddSingleton<IPreparation>(provider => provider.GetRequiredService<RegisterTables>());

    /// <summary>A register and the form that fills it in.</summary>
    public static IServiceCollection AddRegister<T>(this IServiceCollection services)
        where T : Register =>
        services
            .AddSingleton<T>()
            .AddSingleton<Register>(provider => provider.GetRequiredService<T>())
            .AddSingleton<Form>(provider => new RegisterForm(
                provider.GetRequiredService<T>(),
                provider.GetRequiredService<NameIndexCache>()
            ));
}
