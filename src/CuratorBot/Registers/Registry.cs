using CuratorBot.People;

namespace CuratorBot.Registers;

/// <summary>All registers there are, in the order of the menu.</summary>
public sealed class Registry(IEnumerable<Register> registers)
{
    public IReadOnlyList<Register> All { get; } = [.. registers];

    public Register? Find(string name) => All.FirstOrDefault(register => register.Name == name);

    public IEnumerable<Register> ReadBy(Asker who) => All.Where(register => IsReadBy(register, who));

    public static bool IsReadBy(Register register, Asker who) =>
        who.IsMember && (register.IsReadBelow || !register.MayRead(who).IsEmpty);
}
