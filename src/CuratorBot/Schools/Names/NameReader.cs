namespace CuratorBot.Schools.Names;

/// <summary>
/// Reads what people type. Case, dots, quotation marks, number signs and the like do not matter; letters
/// and digits that stand together are told apart («school3»); a region's name is left out.
/// </summary>
internal sealed class NameReader(NameWords language)
{
    /// <summary>Longer than the longest official name; more is not read.</summary>
    public const int LongestText = 300;

    public NameReading Read(string text)
    {
        var composed = text.Length > LongestText ? text[..LongestText] : text;
        if (!composed.IsNormalized())
            composed = composed.Normalize();

        Span<char> letters = stackalloc char[LongestText * 2];
        letters = letters[..Fold(composed, letters)];
        var reading = new Words(language);
        for (var start = 0; start < letters.Length; )
        {
            var length = RunLength(letters[start..]);
            if (length > 0)
                reading.Take(letters.Slice(start, length));
            start += Math.Max(length, 1);
        }
        return reading.Done();
    }

    private int Fold(ReadOnlySpan<char> text, Span<char> folded)
    {
        var length = Math.Min(text.Length, folded.Length);
        for (var i = 0; i < length; i++)
        {
            var letter = char.ToLowerInvariant(text[i]);
            folded[i] = language.File.Letters.GetValueOrDefault(letter, letter);
        }
        return length;
    }

    private static int RunLength(ReadOnlySpan<char> text)
    {
        var end = 0;
        if (char.IsDigit(text[0]))
        {
            while (end < text.Length && char.IsDigit(text[end]))
                end++;
            return end;
        }
        while (end < text.Length && (char.IsLetter(text[end]) || IsInnerHyphen(text, end)))
            end++;
        return end;
    }

    private static bool IsInnerHyphen(ReadOnlySpan<char> text, int at) =>
        text[at] == '-' && at > 0 && at + 1 < text.Length && char.IsLetter(text[at + 1]);

    /// <summary>The reading in the making.</summary>
    private sealed class Words(NameWords language)
    {
        private readonly List<string> _words = [];
        private List<string>? _letters;
        private string? _kind;
        private bool _generic;
        private bool _typed;
        private bool _lastIsName;
        private bool _skipNext;

        public void Take(Span<char> word)
        {
            if (IsMixed(word))
                foreach (ref var letter in word)
                    letter = language.File.Lookalikes.GetValueOrDefault(letter, letter);

            var hyphen = ((ReadOnlySpan<char>)word).IndexOf('-');
            if (hyphen < 0 || language.Known(word) is not null)
            {
                TakeOne(word);
                return;
            }
            TakeOne(word[..hyphen]);
            Take(word[(hyphen + 1)..]);
        }

        public NameReading Done() =>
            new(_words.Count == 0 && _letters is not null ? _letters : _words, _kind, _generic, _typed);

        private void TakeOne(ReadOnlySpan<char> word)
        {
            var known = language.Known(word);
            var isName = false;
            if (known is not null)
                TakeKnown(known);
            else if (_skipNext)
                _skipNext = false;
            else if (word.Length == 1 && char.IsLetter(word[0]))
                (_letters ??= []).Add(word.ToString());
            else
                isName = Add(word.ToString());
            _lastIsName = isName;
        }

        private void TakeKnown(KnownWord known)
        {
            switch (known.Class)
            {
                case WordClass.Kind:
                    _kind ??= known.Means;
                    break;
                case WordClass.Type:
                    _typed = true;
                    Add(known.Means);
                    break;
                case WordClass.Generic:
                    _generic = true;
                    break;
                case WordClass.Region:
                    LeaveOut(known.Region!);
                    break;
                case WordClass.Noise:
                    break;
            }
        }

        private void LeaveOut(RegionWord region)
        {
            var last = _lastIsName ? _words[^1] : "";
            if (Array.Exists(region.Adjectives, ending => last.EndsWith(ending, StringComparison.Ordinal)))
                _words.RemoveAt(_words.Count - 1);
            else
                _skipNext = region.NamedAfter;
        }

        private bool Add(string word)
        {
            if (_words.Contains(word))
                return false;
            _words.Add(word);
            return true;
        }

        private static bool IsMixed(ReadOnlySpan<char> word)
        {
            var latin = word.ContainsAnyInRange('a', 'z');
            return latin && word.ContainsAnyExceptInRange('\0', '\x7f');
        }
    }
}
