using CuratorBot.Conversations.Turns;

namespace CuratorBot.Registers.Finding;

/// <summary>«Найти» under a list.</summary>
public sealed class FindRowsAction(Registry registry) : IAction
{
    private const string FindName = "registers.find";

    public IEnumerable<string> Names => [FindName];
    public bool ReadsOnly => false;

    internal static string Find(Register register, RegisterFilter filter) =>
        $"{FindName}:{register.Name}:{filter}";

    public Task<Reply> Take(TurnContext turn, string name, string argument)
    {
        var parts = argument.Split(':', 2);
        return Task.FromResult(
            registry.Find(parts[0]) is { } register && Registry.IsReadBy(register, turn.Who)
                ? Reply.Opens(
                    FindRowsForm.FormName,
                    FindRowsForm.SheetOf(register, RegisterFilter.Parse(parts.ElementAtOrDefault(1) ?? ""))
                )
                : Reply.OnlyToast(turn.Texts.Plain("forms.stale"))
        );
    }
}
