package tel.ringer.warp.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.Await;
import tel.ringer.warp.kit.World;

/** The main job, from an empty folder to the second start; the methods are one story in this order. */
@TestMethodOrder(OrderAnnotation.class)
@SuppressWarnings("NullAway.Init")
class EndToEndIT {
    private static final String INVITED = "ivy@acme.example";

    private static Place place;
    private static RunnerProcess runner;
    private static Banner banner;

    @BeforeAll
    static void start() throws Exception {
        place = Place.fresh();
        runner = RunnerProcess.start(place.folder(), place.ports());
        banner = runner.awaitReady();
    }

    @AfterAll
    static void stop() throws Exception {
        runner.close();
        place.close();
    }

    @Test
    @Order(1)
    void theSuperAdministratorSeesTheDemoCustomers() throws Exception {
        assertEquals(
                Set.of("TEST-001", "DEMO-002", "TB-071161708"),
                guest("super@warp.example").customers());
    }

    @Test
    @Order(1)
    void theAdministratorSeesTheGrantedCustomerAlone() throws Exception {
        assertEquals(Set.of("TEST-001"), guest("admin@warp.example").customers());
    }

    @Test
    @Order(1)
    void whoBelongsToNoCustomerSeesAnEmptyList() throws Exception {
        assertEquals(Set.of(), guest("nobody@warp.example").customers());
    }

    @Test
    @Order(1)
    void whoIsNotInvitedDoesNotComeIn() throws Exception {
        assertEquals(403, guest(INVITED).exchange().status());
    }

    @Test
    @Order(2)
    void whoIsInvitedAndAcceptsSeesExactlyThatCustomer() throws Exception {
        invite(guest("super@warp.example").signIn(), "TEST-001", INVITED);
        String link = guest(INVITED).mailedLink();
        assertTellsOfTheInvitation(link);

        Answer accepted = guest(INVITED).accept(link);

        assertEquals(200, accepted.status(), accepted.body());
        JsonObject session = accepted.json().getJsonObject("session");
        assertEquals(Set.of("TEST-001"), Guest.customers(banner.api().as(session.getString("access_token"))));
    }

    @Test
    @Order(3)
    void aSecondRunnerInTheSameFolderIsTurnedAwayWithOneSentence() throws Exception {
        try (Place other = Place.fresh()) {
            assertTurnedAway(
                    place.folder(),
                    other.ports(),
                    "Another runner \\(process \\d+\\) works in .+: stop it, or set WARP_RUN_DIR to another folder\\.");
        }
    }

    @Test
    @Order(3)
    void aSecondRunnerOnATakenPortIsTurnedAwayWithOneSentence() throws Exception {
        try (Place other = Place.fresh()) {
            Map<String, String> taken = new HashMap<>(other.ports());
            taken.put("WARP_HTTP_PORT", place.ports().get("WARP_HTTP_PORT"));
            assertTurnedAway(
                    other.folder(),
                    taken,
                    "Port \\d+ is taken by another program: stop that program, or set WARP_HTTP_PORT to a free port\\.");
        }
    }

    @Test
    @Order(4)
    void whenItIsTerminatedNothingThatItStartedStaysAlive() throws Exception {
        Set<ProcessHandle> processes = runner.processes();
        assertEquals(Set.of("java", "postgres"), programs(processes));

        runner.stop();

        Await.untilTrue("the end of all processes", () -> processes.stream().noneMatch(ProcessHandle::isAlive));
        List<String> said = runner.ownLines();
        assertEquals(List.of("Stopping.", "Stopped."), said.subList(said.size() - 2, said.size()));
        assertFalse(runner.showsStackTrace(), runner.output());
    }

    @Test
    @Order(5)
    void aSecondStartInTheSameFolderFindsWhatWasStored() throws Exception {
        runner = RunnerProcess.start(place.folder(), place.ports());
        banner = runner.awaitReady();

        assertEquals(Set.of("TEST-001"), guest(INVITED).customers());
        assertEquals(3, guest("super@warp.example").customers().size());
    }

    private static Guest guest(String address) {
        return new Guest(banner, address);
    }

    private static void invite(Api inviter, String ban, String address) {
        String customer = inviter.get("/v1/customers/by-ban/" + ban).json().getString("id");
        Answer answer = inviter.post(
                "/v1/admin/customers/" + customer + "/invitations",
                World.invitation(address, "viewer", "USER").build());
        assertEquals(201, answer.status(), answer.body());
    }

    private static void assertTellsOfTheInvitation(String link) {
        Answer facts = banner.api().get(link);
        assertEquals("Acme Telecom Corp", facts.json().getString("company_name"));
        Answer page = banner.api().getPage(link);
        assertEquals(200, page.status());
        assertTrue(page.header("Content-Type").startsWith("text/html"), page.header("Content-Type"));
        assertTrue(page.body().contains("You are invited to Acme Telecom Corp"), page.body());
    }

    private static void assertTurnedAway(Path folder, Map<String, String> ports, String sentence) throws Exception {
        try (RunnerProcess second = RunnerProcess.start(folder, ports)) {
            assertNotEquals(0, second.awaitEnd());
            assertTrue(second.output().matches("warp \\| Starting; .+\nwarp \\| " + sentence), second.output());
        }
    }

    private static Set<String> programs(Set<ProcessHandle> processes) {
        return processes.stream()
                .flatMap(process -> process.info().command().stream())
                .map(command -> Path.of(command).getFileName().toString())
                .collect(Collectors.toSet());
    }
}
