using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CuratorBot.Host.Database.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class PeopleChanges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Kind",
                table: "wrong_codes",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "OrderDate",
                table: "role_assignments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OrderNumber",
                table: "role_assignments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "RevokedBy",
                table: "role_assignments",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "NowMunicipalityId",
                table: "people",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "NowSchoolId",
                table: "people",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "RevokedAt",
                table: "invitations",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "RevokedBy",
                table: "invitations",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "curator_schools",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    SchoolId = table.Column<string>(type: "TEXT", nullable: false),
                    HelperId = table.Column<string>(type: "TEXT", nullable: false),
                    AssignedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    AssignedBy = table.Column<long>(type: "INTEGER", nullable: false),
                    OrderNumber = table.Column<string>(type: "TEXT", nullable: true),
                    OrderDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    EndedBy = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_curator_schools", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_wrong_codes_At",
                table: "wrong_codes",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_invitations_CreatedBy",
                table: "invitations",
                column: "CreatedBy");

            migrationBuilder.CreateIndex(
                name: "IX_curator_schools_HelperId",
                table: "curator_schools",
                column: "HelperId");

            migrationBuilder.CreateIndex(
                name: "IX_curator_schools_SchoolId",
                table: "curator_schools",
                column: "SchoolId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "curator_schools");

            migrationBuilder.DropIndex(
                name: "IX_wrong_codes_At",
                table: "wrong_codes");

            migrationBuilder.DropIndex(
                name: "IX_invitations_CreatedBy",
                table: "invitations");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "wrong_codes");

            migrationBuilder.DropColumn(
                name: "OrderDate",
                table: "role_assignments");

            migrationBuilder.DropColumn(
                name: "OrderNumber",
                table: "role_assignments");

            migrationBuilder.DropColumn(
                name: "RevokedBy",
                table: "role_assignments");

            migrationBuilder.DropColumn(
                name: "NowMunicipalityId",
                table: "people");

            migrationBuilder.DropColumn(
                name: "NowSchoolId",
                table: "people");

            migrationBuilder.DropColumn(
                name: "RevokedAt",
                table: "invitations");

            migrationBuilder.DropColumn(
                name: "RevokedBy",
                table: "invitations");
        }
    }
}
