using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CuratorBot.Host.Database.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AuditTitles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_role_assignments_regional",
                table: "role_assignments");

            migrationBuilder.AddColumn<string>(
                name: "Title",
                table: "audit",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_role_assignments_regional",
                table: "role_assignments",
                column: "Region",
                filter: "\"Role\" IN (5, 6)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_role_assignments_regional",
                table: "role_assignments");

            migrationBuilder.DropColumn(
                name: "Title",
                table: "audit");

            migrationBuilder.CreateIndex(
                name: "IX_role_assignments_regional",
                table: "role_assignments",
                column: "Region",
                filter: "\"Role\" = 5");
        }
    }
}
