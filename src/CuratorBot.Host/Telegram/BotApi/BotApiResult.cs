using System.Diagnostics.CodeAnalysis;

namespace CuratorBot.Host.Telegram.BotApi;

/// <summary>What a call came to: either the value, or exactly one <see cref="BotApiFailure"/>.</summary>
public readonly record struct BotApiResult<T>
{
    private readonly T? value;
    private readonly BotApiFailure? failure;

    private BotApiResult(T? value, BotApiFailure? failure)
    {
        this.value = value;
        this.failure = failure;
    }

    public BotApiFailure? Failure => failure;

    public bool IsOk => failure is null;

    /// <exception cref="InvalidOperationException">The call failed; ask <see cref="Failure"/> first.</exception>
    public T Value =>
        failure is null ? value! : throw new InvalidOperationException($"The call came to {failure.Kind}.");

    public bool TryGet([MaybeNullWhen(false)] out T result, [NotNullWhen(false)] out BotApiFailure? failed)
    {
        (result, failed) = (value, failure);
        return failure is null;
    }

    public BotApiResult<TOther> Select<TOther>(Func<T, TOther> map) =>
        failure is null ? new(map(value!), null) : new(default, failure);

    /// <summary>Turns a refusal that does no harm («message is not modified») into a success.</summary>
    public BotApiResult<T> OkWhen(Func<BotApiFailure.Rejected, bool> harmless, T instead) =>
        failure is BotApiFailure.Rejected rejected && harmless(rejected) ? new(instead, null) : this;

    public override string ToString() => failure?.ToString() ?? "Ok";

    public static implicit operator BotApiResult<T>(T value) => new(value, null);

    public static implicit operator BotApiResult<T>(BotApiFailure failure) => new(default, failure);
}
