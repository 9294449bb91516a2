using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CuratorBot.Messaging;
using CuratorBot.Tables;
using CuratorBot.Tests.Conversations;

namespace CuratorBot.Tests.Support;

/// <summary>
/// A dialogue as a curator would read it, and a test at the same time. Lines that begin with «&gt;» are what a
/// person sends; the rest under them is what the bot answers, and must be exactly so.
/// <code>
/// @ curator                     who writes from here on (a role of the cast, or «person 2001»)
/// @ clock 2022-01-24 09:00      the time in Moscow; reminders that are due go out
/// # (без напоминаний)           from here on they stay where they are
/// @ listed 79270000001 Director kuznetsk_sosh_5 Алёна     the coordinator has put her into the roster
/// @ restart                     the bot is stopped and started again
/// @ version 2                   the same, with the sample form in its second version
/// @ consent 1                   everybody has agreed to this version of the consent text only
/// @ down 2022-01-28 10:30       the bot is down until then
/// &gt; /report                     types
/// &gt; [Сегодня]                   presses the newest button that begins so
/// &gt; (альбом 3 второе 21 МБ)      an album with a photo that is too big
/// &gt; (альбом 4 третье пропало)     an album with a photo that cannot be fetched
/// &gt; (фото) (альбом 3) (документ plan.pdf) (фото 21 МБ) (стикер) (свой номер) (чужой номер)
/// &gt; (таблица x.xlsx) ФИО | Телефон\nВарвара | +79270000001      sends a workbook with these rows
/// &gt; (знаков 5000)                types so many letters
/// &gt; (правит 2) новый текст      edits her second message of this transcript
/// &gt; (раз 25) /help              types the same so often
/// &gt; (подделка 123.0)            presses a button that was never offered
/// </code>
/// </summary>
public sealed partial class Transcript(World world)
{
    private static readonly Dictionary<string, long> Cast = new()
    {
        ["curator"] = 1001,
        ["director"] = 1002,
        ["teacher"] = 1003,
        ["coordinator"] = 1004,
        ["region"] = 1005,
        ["stranger"] = 1006,
    };

    private const long SmallFile = 100_000;

    private readonly StringBuilder _written = new();
    private readonly List<long> _sent = [];
    private readonly Dictionary<long, int> _numbers = [];
    private Phone _phone = new(world, Cast["curator"]);
    private bool _remind = true;
    private int _heard;
    private int _toasts;

    /// <summary>Plays the lines that people send and returns the transcript as it really went.</summary>
    public async Task<string> Play(IEnumerable<string> lines)
    {
        _heard = world.Channel.Heard.Count;
        _toasts = world.Channel.Toasts.Count;
        foreach (var line in lines)
        {
            _remind &= line != "# (без напоминаний)";
            if (line.StartsWith('#') || line.Length == 0)
                _written.AppendLine(line);
            else if (line.StartsWith("@ ", StringComparison.Ordinal))
                await Direct(line);
            else if (line.StartsWith("> ", StringComparison.Ordinal))
                await Send(line);
        }
        return Tidy(_written.ToString());
    }

    /// <summary>What people type in these lines, without commands and presses: words long enough to be told apart.</summary>
    public static IEnumerable<string> WordsTypedIn(IEnumerable<string> lines) =>
        lines
            .Where(line =>
                line.StartsWith("> ", StringComparison.Ordinal)
                && !line.StartsWith("> [", StringComparison.Ordinal)
            )
            .SelectMany(line => LongWords().Matches(NoCommand().Replace(line[2..], "")))
            .Select(word => word.Value)
            .Distinct();

    public static string Tidy(string text) =>
        BlankLines().Replace(text.ReplaceLineEndings("\n").Trim(), "\n\n") + "\n";

    private async Task Direct(string line)
    {
        _written.AppendLine(line);
        var words = line[2..].Split(' ', 2);
        if (words[0] == "restart")
            await world.Restart();
        else if (words[0] == "version")
            await world.Restart(SampleForms.Version(int.Parse(words[1], CultureInfo.InvariantCulture)));
        else if (words[0] == "down")
            await world.BeDownUntil(MoscowTime(words[1]));
        else if (words[0] == "listed")
            await Listed.Add(world, words[1]);
        else if (words[0] == "clock")
            await world.MoveClock(MoscowTime(words[1]), _remind);
        else if (words[0] == "consent")
            await world.LetAllHaveAgreedTo(int.Parse(words[1], CultureInfo.InvariantCulture));
        else if (words[0] == "person")
            _phone = new Phone(world, long.Parse(words[1], CultureInfo.InvariantCulture));
        else
            _phone = new Phone(world, Cast[words[0]]);
        WriteHeard();
    }

    public static DateTimeOffset MoscowTime(string text) =>
        new(
            DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
            TimeSpan.FromHours(3)
        );

    private async Task Send(string line)
    {
        _written.AppendLine(line);
        var said = line[2..].Replace("\\n", "\n", StringComparison.Ordinal);
        if (Action().Match(said) is { Success: true } action)
            await Do(action.Groups["action"].Value, action.Groups["rest"].Value);
        else if (said.StartsWith('[') && said.EndsWith(']'))
            await _phone.Presses(said[1..^1]);
        else
            await Say(said);
        WriteHeard();
    }

    private async Task Say(string text)
    {
        var message = _phone.Message() with { Text = text };
        _sent.Add(message.MessageId);
        await world.Receive(message);
    }

    private async Task Do(string action, string rest)
    {
        var words = action.Split(' ');
        switch (words[0])
        {
            case "фото":
                await _phone.SendsPhoto(size: SizeIn(words));
                break;
            case "альбом":
                var album = $"album-{world.NextMessageId()}";
                for (var photo = 0; photo < int.Parse(words[1], CultureInfo.InvariantCulture); photo++)
                    await _phone.SendsPhoto(
                        album,
                        photo == 1 ? SizeIn(words) : SmallFile,
                        content: photo == 2 && words[^1] == "пропало" ? [] : null
                    );
                break;
            case "документ":
                await _phone.SendsDocument(words[1], SizeIn(words));
                break;
            case "таблица":
                await _phone.SendsFile(action[(words[0].Length + 1)..], WorkbookOf(rest));
                break;
            case "свой":
                await _phone.Shares("+79270000001", _phone.Account);
                break;
            case "чужой":
                await _phone.Shares("+79270000002", 777);
                break;
            case "знаков":
                await Say(new string('я', int.Parse(words[1], CultureInfo.InvariantCulture)));
                break;
            case "раз":
                for (var time = 0; time < int.Parse(words[1], CultureInfo.InvariantCulture); time++)
                    await Say(rest);
                break;
            case "правит":
                await _phone.Edits(_sent[int.Parse(words[1], CultureInfo.InvariantCulture) - 1], rest);
                break;
            case "пересылает":
                await _phone.Forwards(rest);
                break;
            case "группа" when rest.StartsWith('['):
                await _phone.PressesInGroup(_phone.Press(rest.Trim('[', ']')).Pressed!);
                break;
            case "группа":
                await _phone.SaysInGroup(rest);
                break;
            case "подделка":
                await world.Receive(_phone.PressData(words[1]));
                break;
            case "дважды":
                var press = _phone.Press(rest.Trim('[', ']'));
                await world.Accept(press);
                await world.Accept(press with { PressId = "second" });
                await world.Settle();
                break;
            default:
                await _phone.SendsSomethingElse(words[0]);
                break;
        }
    }

    private static byte[] WorkbookOf(string rows)
    {
        var cells = rows.Split('\n').Select(row => row.Split('|', StringSplitOptions.TrimEntries)).ToList();
        return SheetWriter.Write(
            new Sheet("Лист1", [.. cells[0].Select(title => new SheetColumn(title, 20))], cells[1..])
        );
    }

    private static long SizeIn(string[] words) =>
        words is [.., var number, "МБ"]
            ? long.Parse(number, CultureInfo.InvariantCulture) * 1024 * 1024
            : SmallFile;

    private void WriteHeard()
    {
        foreach (var (_, toast) in world.Channel.Toasts.Skip(_toasts))
            if (toast is not null)
                _written.AppendLine($"< (всплывает) {toast}");
        _toasts = world.Channel.Toasts.Count;
        foreach (var heard in world.Channel.Heard.Skip(_heard))
            Write(heard);
        _heard = world.Channel.Heard.Count;
        _written.AppendLine();
    }

    private void Write(Heard heard)
    {
        var message = heard.Message;
        var isNew = _numbers.TryAdd(heard.MessageId, _numbers.Count + 1);
        if (message.Kind == OutgoingKind.Menu)
        {
            _written.AppendLine($"< (меню) {string.Join(' ', message.Menu.Select(item => $"/{item.Name}"))}");
            return;
        }
        var to = heard.ChatId == _phone.Account ? "" : $"({NameOf(heard.ChatId)}) ";
        var number = _numbers[heard.MessageId];
        if (message.Kind == OutgoingKind.EditChoices)
        {
            _written.AppendLine($"< {to}(сообщение {number}: кнопки убраны)");
            return;
        }
        var mark = isNew ? $"{number}. " : $"(сообщение {number} теперь) ";
        _written.AppendLine($"< {to}{mark}{string.Join("\n  ", message.Text.Text.Split('\n'))}");
        foreach (var part in message.Album ?? [])
            _written.AppendLine($"  (в альбоме {part.FileName ?? part.FileId})");
        if (message.FileName is not null || message.FileId is not null)
            _written.AppendLine($"  (файл {message.FileName ?? message.FileId})");
        if (
            message is { FilePath: { } path, FileName: var name }
            && name?.EndsWith(".xlsx", StringComparison.Ordinal) == true
        )
            WriteSheet(path);
        if (message.QrCode is { } code)
            _written.AppendLine($"  (QR-код: {code})");
        foreach (var row in message.Choices)
            _written.AppendLine(
                $"  {string.Join(' ', row.Select(choice => choice.Link is { } link ? $"[{choice.Label} → {link}]" : $"[{choice.Label}]"))}"
            );
        if (message.AsksContact is { } label)
            _written.AppendLine($"  [[{label}]]");
    }

    /// <summary>What stands in the first sheet of a workbook that the bot made.</summary>
    private void WriteSheet(string path)
    {
        using var content = world.Files.Open(path)!;
        if (TableReader.Read(content) is TableReading.Read { Tables: [var sheet, ..] })
            foreach (var row in sheet.Rows)
                _written.AppendLine($"    {string.Join(" | ", row.Cells)}");
    }

    private static string NameOf(long chatId) =>
        chatId == Phone.Group
            ? "группа"
            : Cast.FirstOrDefault(pair => pair.Value == chatId).Key ?? $"person {chatId}";

    [GeneratedRegex(@"^\((?<action>[^)]*)\)\s*(?<rest>.*)$", RegexOptions.Singleline)]
    private static partial Regex Action();

    [GeneratedRegex(@"[\p{L}\d]{5,}")]
    private static partial Regex LongWords();

    [GeneratedRegex(@"^/\w+")]
    private static partial Regex NoCommand();

    [GeneratedRegex(@"\n\s*\n+")]
    private static partial Regex BlankLines();
}
