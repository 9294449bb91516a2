using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CuratorBot.Host.Database.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class PersonalData : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "ForgetAt",
                table: "people",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ForgottenAt",
                table: "people",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsBare",
                table: "outbox",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateIndex(
                name: "IX_outbox_ChatId",
                table: "outbox",
                column: "ChatId");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_sent",
                table: "outbox",
                columns: new[] { "IsBare", "SentAt" },
                filter: "\"SentAt\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_outbox_ChatId",
                table: "outbox");

            migrationBuilder.DropIndex(
                name: "IX_outbox_sent",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "ForgetAt",
                table: "people");

            migrationBuilder.DropColumn(
                name: "ForgottenAt",
                table: "people");

            migrationBuilder.DropColumn(
                name: "IsBare",
                table: "outbox");
        }
    }
}
