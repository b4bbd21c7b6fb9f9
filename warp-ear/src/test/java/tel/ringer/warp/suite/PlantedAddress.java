package tel.ringer.warp.suite;

import jakarta.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.Await;
import tel.ringer.warp.kit.Browser;
import tel.ringer.warp.kit.Web;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;
import tel.ringer.warp.kit.World.Person;

/**
 * An address without an account of which there is something in each place of the register in docs/privacy.md.
 *
 * @param mark part of the address and of what was written to it, and of nothing else
 * @param network from where a link was opened
 * @param company that invited it first
 */
record PlantedAddress(String email, String mark, String network, Company company) {
    static PlantedAddress somebody(int number) {
        String mark = "mark" + UUID.randomUUID().toString().replace("-", "");
        PlantedAddress planted =
                new PlantedAddress(mark + "@people.example", mark, "203.0.113." + number, World.company());
        invite(planted.company, planted.email, mark);
        behindTheApi(planted.company, planted.email, mark, planted.network);
        return planted;
    }

    /** By the company: revoked, and again, and in a file; in a file of another; and the person wants no more mail. */
    static void invite(Company company, String email, String mark) {
        Person administrator = World.member(company, "customer_admin", "OWNER");
        Company other = World.company();
        World.grant(administrator, other, "customer_admin", "OWNER");
        Api owner = administrator.api();
        String first = Planted.invite(owner, company, email, "Dear " + mark);
        String link = World.tokenMailedTo(email);
        Web.anonymous()
                .with("Sec-Fetch-Site", "same-origin")
                .with("Content-Type", "application/x-www-form-urlencoded")
                .post("/invitations/" + link + "/sign-in", "provider=default");
        Planted.done(owner.delete("/v1/admin/invitations/" + first + "?reason=not+" + mark));
        Planted.invite(owner, company, email, "Again " + mark);
        World.inviteMany(owner, company, List.of(email.toUpperCase(Locale.ROOT)));
        World.inviteMany(owner, other, List.of(email, World.newEmail()));
        answerTo(owner, company, email);
        World.tokenMailedTo(email, 2);
        String objection = "/invitations/" + link + "/never-again";
        Browser browser = Browser.fresh();
        browser.submit(browser.open(objection), "/never-again", Map.of());
        Await.untilTrue("no mail waits", () -> World.query(
                        """
                        select count(*) from notification.outbox o join auth.user_invitations i on i.id = o.subject_id
                        where i.email_normalised = ? and o.status = 'QUEUED'
                        """,
                        email)
                .equals("0"));
    }

    private static void answerTo(Api owner, Company company, String email) {
        Planted.done(owner.callWith(
                "PUT",
                "/v1/admin/customers/" + company.id() + "/invitation-settings",
                Map.of("If-Match", "*"),
                Optional.of(Json.createObjectBuilder()
                        .add("default_days", 7)
                        .add("longest_days", 30)
                        .add("pending_limit", 100)
                        .add("mail_language", "en")
                        .add("reply_to", email)
                        .build()
                        .toString())));
    }

    /** From where the link was opened, what mail servers would have said, and what staff wrote down. */
    static void behindTheApi(Company company, String email, String mark, String network) {
        String invitations = "(select id from auth.user_invitations where email_normalised = ?)";
        World.update(
                """
                insert into accounts.customer_notes (id, customer_id, kind, text, author_id, author_name, created_at, updated_at)
                select gen_random_uuid(), ?, 'SALES', ?, id, 'Staff', now(), now() from auth.users limit 1
                """,
                company.id(),
                "Call " + email.toUpperCase(Locale.ROOT) + " first");
        World.update(
                "update audit.personal_values set value = ? where value = '127.0.0.1' and about in " + invitations,
                network,
                email);
        World.update(
                "update auth.user_invitations set delivery_error = ? where email_normalised = ?",
                "550 " + email,
                email);
        World.update(
                "update notification.outbox set last_error = ? where subject_id in " + invitations,
                "550 " + email,
                email);
        World.update(
                "update notification.mail_events set reason = ?, source_id = ? || id where mail_id in"
                        + " (select id from notification.outbox where subject_id in " + invitations + ")",
                "550 " + email,
                "dsn " + email,
                email);
    }

    String traces() {
        return Planted.traces(mark, network);
    }
}
