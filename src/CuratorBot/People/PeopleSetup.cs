using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;
using CuratorBot.People.Consenting;
using CuratorBot.People.Entering;
using CuratorBot.People.Helping;
using CuratorBot.People.Inviting;
using CuratorBot.People.Me;
using CuratorBot.People.Team;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CuratorBot.People;

internal static class PeopleSetup
{
    /// <summary>Who comes in, in which role, and what she is told.</summary>
    public static IServiceCollection AddPeople(this IServiceCollection services)
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
        services.AddAction<TeamListActions>().AddAction<TeamFormActions>();
        services.AddAction<InvitationListAction>().AddAction<RevokeInvitationAction>();
        return services;
    }
}
