using CuratorBot.Conversations.Turns;
using CuratorBot.Members.Consenting;
using CuratorBot.Members.Entering;
using CuratorBot.Members.Inviting;
using CuratorBot.Members.Me;
using CuratorBot.Members.Team;
using CuratorBot.Messaging;
using CuratorBot.Papers;
using CuratorBot.People;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CuratorBot.Members;

internal static class MembersSetup
{
    /// <summary>Who comes in, in which role, and what she is told.</summary>
    public static IServiceCollection AddMembers(this IServiceCollection services)
    {
        services.AddSingleton<PeopleDirectory>();
        services.TryAddSingleton<InvitationOptions>();
        services.AddSingleton<Guessing>().AddSingleton<Invitations>();
        services.AddSingleton<Membership>().AddSingleton<Recognition>().AddSingleton<JoinRequests>();
        services.AddSingleton<Entrance>().AddSingleton<IWritingGate, ConsentGate>();
        services.AddSingleton<IFreeText, TypedInvitation>();
        services.AddForm<JoinForm>().AddForm<InvitedForm>().AddForm<InviteForm>().AddForm<RenameForm>();
        services.AddForm<RecogniseForm>().AddAction<MeNow>();
        services.AddAction<ConsentActions>().AddAction<JoinActions>().AddAction<MeActions>();
        services.AddSingleton<RoleChanges>().AddSingleton<Departure>();
        services.AddForm<FindForm>().AddForm<GrantForm>().AddForm<EndForm>().AddForm<MoveForm>();
        services.AddForm<HandoverForm>().AddForm<AssignForm>().AddForm<HelperForm>();
        services.AddSingleton<INamesOrders, CuratorsByOrder>().AddSingleton<INamesOrders, HelpersByOrder>();
        services.AddAction<TeamListActions>().AddAction<TeamFormActions>();
        services.AddAction<InvitationListAction>().AddAction<RevokeInvitationAction>();
        return services;
    }
}
