using System.Diagnostics.CodeAnalysis;

namespace CuratorBot.Host.Telegram.BotApi;

/// <summary>What a call came to: either the value, or exactly one <see cref="BotApiFailure"/>.</summary>
public readonly record struct BotApiResult<T>
{
    private readonly T? _value;
    private readonly BotApiFailure? _failure;

    private BotApiResult(T? value, BotApiFailure? failure)
    {
        _value = value;
        _failure = failure;
    }

    public BotApiFailure? Failure => _failure;

    public bool IsOk => _failure is null;

    /// <exception cref="InvalidOperationException">The call failed; ask <see cref="Failure"/> first.</exception>
    public T Value =>
        _failure is null
            ? _value!
            : throw new InvalidOperationException($"The call came to {_failure.Kind}.");

    public bool TryGet([MaybeNullWhen(false)] out T result, [NotNullWhen(false)] out BotApiFailure? failed)
    {
        (result, failed) = (_value, _failure);
        return _failure is null;
    }

    public BotApiResult<TOther> Select<TOther>(Func<T, TOther> map) =>
        _failure is null ? new(map(_value!), null) : new(default, _failure);

    /// <summary>Turns a refusal that does no harm («message is not modified») into a success.</summary>
    public BotApiResult<T> OkWhen(Func<BotApiFailure.Rejected, bool> harmless, T instead) =>
        _failure is BotApiFailure.Rejected rejected && harmless(rejected) ? new(instead, null) : this;

    public override string ToString() => _failure?.ToString() ?? "Ok";

    public static implicit operator BotApiResult<T>(T value) => new(value, null);

    public static implicit operator BotApiResult<T>(BotApiFailure failure) => new(default, failure);
}
