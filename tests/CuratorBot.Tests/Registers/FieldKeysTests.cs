using CuratorBot.Fields;
using CuratorBot.Registers;
using CuratorBot.Schools;

namespace CuratorBot.Tests.Registers;

/// <summary>Two answers of one form are never kept under one key.</summary>
public sealed class FieldKeysTests
{
    [Theory]
    [InlineData("place")]
    [InlineData("other")]
    [InlineData("asOf")]
    [InlineData("name")]
    public void A_field_whose_key_is_taken_ends_the_start(string key)
    {
        var error = Assert.Throws<InvalidOperationException>(() =>
            new RegisterForm(
                new Samples(new TextField<Sample>(key, row => row.Post, 10)),
                new NameIndexCache()
            )
        );

        Assert.Contains($"«{key}»", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_other_key_is_free()
    {
        var form = new RegisterForm(
            new Samples(new TextField<Sample>("post", row => row.Post, 10)),
            new NameIndexCache()
        );

        Assert.Contains(form.Questions, question => question.Key == "post");
    }
}
