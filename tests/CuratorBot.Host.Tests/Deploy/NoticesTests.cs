namespace CuratorBot.Host.Tests.Deploy;

/// <summary>What the license of Hangfire wants to go with every copy lies beside the program.</summary>
public sealed class NoticesTests
{
    [Theory]
    [InlineData("THIRD-PARTY-NOTICES.md", "GNU Lesser General Public License, version 3")]
    [InlineData("licenses/Hangfire/COPYING.LESSER", "GNU LESSER GENERAL PUBLIC LICENSE")]
    [InlineData("licenses/Hangfire/COPYING", "GNU GENERAL PUBLIC LICENSE")]
    [InlineData("licenses/Hangfire/NOTICES", "Third Party Software Notices")]
    public void The_notice_and_both_licenses_lie_beside_the_program(string file, string words) =>
        Assert.Contains(words, File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file)));

    [Theory]
    [InlineData("Hangfire.Core.dll")]
    [InlineData("Hangfire.NetCore.dll")]
    [InlineData("Hangfire.AspNetCore.dll")]
    [InlineData("Hangfire.InMemory.dll")]
    public void Its_libraries_are_files_of_their_own(string library) =>
        Assert.True(File.Exists(Path.Combine(AppContext.BaseDirectory, library)));
}
