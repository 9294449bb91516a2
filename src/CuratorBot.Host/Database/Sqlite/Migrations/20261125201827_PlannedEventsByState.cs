using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CuratorBot.Host.Database.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class PlannedEventsByState : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_planned_events_State_On",
                table: "planned_events",
                columns: new[] { "State", "On" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_planned_events_State_On",
                table: "planned_events");
        }
    }
}
