using CuratorBot.Conversations.Limits;
using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot.Audit;

internal static class AuditSetup
{
    public static IServiceCollection AddAudit(this IServiceCollection services) =>
        services.AddSingleton<IWatch, ForgeryNotes>().AddAction<AuditActions>();
}
