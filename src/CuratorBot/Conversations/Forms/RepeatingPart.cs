using System.Globalization;
using CuratorBot.Conversations.Questions;

namespace CuratorBot.Conversations.Forms;

/// <summary>
/// Questions that are asked again for each further thing: the second school, the third, …. After each of
/// them comes «ещё?», with the texts «form.(name)More.ask» and the options «yes» and «no».
/// </summary>
public sealed class RepeatingPart
{
    private readonly RepeatedQuestions[] _places;
    private readonly MoreQuestion _more;

    /// <param name="name">First part of the keys that it adds.</param>
    /// <param name="questions">The questions of one place; the first of them must be answered.</param>
    public RepeatingPart(string name, int most, Func<RepeatingPlace, IReadOnlyList<Question>> questions)
    {
        _more = new MoreQuestion($"{name}More", this);
        _places =
        [
            .. Enumerable
                .Range(1, most)
                .Select(number => new RepeatedQuestions(questions(new RepeatingPlace(number, this)))),
        ];
    }

    private sealed record RepeatedQuestions(IReadOnlyList<Question> All)
    {
        public string Key => All[0].Key;
    }

    /// <summary>Whether more than one may be named at all.</summary>
    public Func<AnswerSheet, bool> MayRepeat { get; init; } = _ => true;

    /// <summary>
    /// Whether «ещё?» is asked in its turn; otherwise it is only offered until she says yes. Null: always asked.
    /// </summary>
    public Func<AnswerSheet, bool>? AsksWhen { get; init; }

    /// <summary>To be put into the form where the part has its turn.</summary>
    public IReadOnlyList<Question> Questions => [.. _places.SelectMany(place => place.All), _more];

    public IReadOnlyList<string> Keys => [.. Questions.Select(question => question.Key)];

    /// <summary>The places that are filled and count, by their numbers from 1.</summary>
    public IEnumerable<int> FilledIn(AnswerSheet sheet) =>
        Enumerable
            .Range(1, MayRepeat(sheet) ? _places.Length : 1)
            .Where(number => sheet.Answers.ContainsKey(_places[number - 1].Key));

    /// <summary>The key of a question in a place: «school», «school2», ….</summary>
    public static string KeyAt(string key, int number) =>
        number == 1 ? key : string.Create(CultureInfo.InvariantCulture, $"{key}{number}");

    internal bool Applies(int number, AnswerSheet sheet) =>
        number == 1
        || (
            MayRepeat(sheet) && (sheet.Answers.ContainsKey(_places[number - 1].Key) || IsNext(number, sheet))
        );

    /// <summary>She said that there is one more, and has neither named it nor passed it over.</summary>
    private bool IsNext(int number, AnswerSheet sheet) =>
        sheet[_more.Key] == CountIn(sheet)
        && FirstEmpty(sheet) == number
        && !sheet.Skipped.Contains(_places[number - 1].Key);

    /// <summary>What was answered there before belonged to another thing.</summary>
    private void Clear(int number, AnswerSheet sheet)
    {
        foreach (var question in _places[number - 1].All)
            sheet.Forget(question.Key);
    }

    private int FirstEmpty(AnswerSheet sheet) =>
        1 + Array.FindIndex(_places, place => !sheet.Answers.ContainsKey(place.Key));

    private string CountIn(AnswerSheet sheet) =>
        FilledIn(sheet).Count().ToString(CultureInfo.InvariantCulture);

    /// <summary>«Ещё одна?». The answer is «no», or how many there were when she said yes.</summary>
    private sealed class MoreQuestion : Question
    {
        private const string Yes = "yes";
        private const string No = "no";
        private readonly RepeatingPart _part;

        public MoreQuestion(string key, RepeatingPart part)
            : base(key)
        {
            _part = part;
            IsUnshown = true;
            Further = true;
            OnRequestWhen = sheet => part.AsksWhen?.Invoke(sheet) == false && sheet[Key] is null or No;
            When = sheet => part.MayRepeat(sheet) && part.FilledIn(sheet).Any() && part.FirstEmpty(sheet) > 0;
        }

        /// <summary>An old «yes» has had its consequence: there is one more, and so it is asked again.</summary>
        public override bool IsSettled(AnswerSheet sheet) =>
            sheet[Key] == No || sheet[Key] == _part.CountIn(sheet);

        public override ValueTask<Prompt> Ask(Asking asking) =>
            new(
                new Prompt(
                    asking.Text("ask"),
                    [
                        [new(asking.Text("options.yes").Text, Yes), new(asking.Text("options.no").Text, No)],
                    ]
                )
            );

        public override ValueTask<Reading> Read(Asking asking)
        {
            var typed = TypedText.OneLine(asking.Message.Text);
            var value = new[] { Yes, No }.FirstOrDefault(value =>
                asking.Text($"options.{value}").Text.Equals(typed, StringComparison.OrdinalIgnoreCase)
            );
            return value is null
                ? new(new Reading.Refused(asking.Turn.Text("forms.pressAButton")))
                : Pick(asking, value);
        }

        public override ValueTask<Reading> Pick(Asking asking, string value)
        {
            var sheet = asking.Sheet;
            if (value is not (Yes or No))
                return new(new Reading.Refused(asking.Turn.Text("forms.stale")));
            if (value == Yes)
                _part.Clear(_part.FirstEmpty(sheet), sheet);
            var shown = asking.Text($"options.{value}").Text;
            return new(new Reading.Taken(new Answer(value == No ? No : _part.CountIn(sheet), shown)));
        }
    }
}

/// <summary>Where in a repeating part a question stands; counted from 1.</summary>
public sealed record RepeatingPlace(int Number, RepeatingPart Part)
{
    public string Key(string key) => RepeatingPart.KeyAt(key, Number);

    /// <summary>Whether the place is filled or to be filled next. Part of «When» of each of its questions.</summary>
    public bool Applies(AnswerSheet sheet) => Part.Applies(Number, sheet);

    /// <summary>All but the first may be passed over.</summary>
    public bool IsFurther => Number > 1;
}
