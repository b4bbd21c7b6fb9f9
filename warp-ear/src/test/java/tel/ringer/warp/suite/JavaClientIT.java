package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tel.ringer.warp.client.ApiClient;
import tel.ringer.warp.client.ApiException;
import tel.ringer.warp.client.ApiResponse;
import tel.ringer.warp.client.api.CustomersApi;
import tel.ringer.warp.client.api.InvitationsApi;
import tel.ringer.warp.client.model.ChangeCustomerRequest;
import tel.ringer.warp.client.model.ContactPatch;
import tel.ringer.warp.client.model.CreateInvitationRequest;
import tel.ringer.warp.client.model.CustomerPage;
import tel.ringer.warp.client.model.CustomerResponse;
import tel.ringer.warp.client.model.InvitationResponse;
import tel.ringer.warp.client.model.Problem;
import tel.ringer.warp.kit.PartsForTests;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;
import tel.ringer.warp.kit.World.Person;

/** What a Java program does with the client that is generated from the description. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class JavaClientIT {
    private final Company company = World.company();
    private final Person admin = World.member(company, "customer_admin", "OWNER");
    private final ApiClient warp = warp(admin);
    private final CustomersApi customers = new CustomersApi(warp);

    private static ApiClient warp(Person person) {
        String token = person.signIn().getString("access_token");
        ApiClient client = new ApiClient();
        client.updateBaseUri(PartsForTests.server().toString());
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
        return client;
    }

    @Test
    void readsACollectionPageByPage() throws ApiException {
        Company second = World.company();
        World.grant(admin, second, "viewer", "USER");

        List<UUID> found = new ArrayList<>();
        CustomerPage page = customers.listCustomers(onePerPage().build());
        page.getItems().forEach(customer -> found.add(customer.getId()));
        for (String cursor = page.getPage().getNextCursor();
                cursor != null;
                cursor = page.getPage().getNextCursor()) {
            page = customers.listCustomers(onePerPage().cursor(cursor).build());
            page.getItems().forEach(customer -> found.add(customer.getId()));
        }

        assertEquals(2, found.size());
        assertEquals(Set.of(company.id(), second.id()), Set.copyOf(found));
    }

    @Test
    void changesWhatItRead() throws ApiException {
        CustomerResponse changed = change(revision(), "Ada Adams");

        assertEquals("Ada Adams", changed.getContact().getName());
        assertEquals(company.ban(), changed.getBan());
    }

    @Test
    void takesAwayWithNull() throws ApiException {
        change(revision(), "Ada Adams");

        assertNull(change(revision(), null).getContact().getName());
    }

    @Test
    void decidesByTheCodeOfAProblem() throws ApiException, JsonProcessingException {
        String old = revision();
        change(old, "Ada Adams");

        ApiException refused = assertThrows(ApiException.class, () -> change(old, "Too late"));

        Problem problem = warp.getObjectMapper().readValue(refused.getResponseBody(), Problem.class);
        assertEquals(412, refused.getCode());
        assertEquals("precondition_failed", problem.getCode());
    }

    @Test
    void invites() throws ApiException {
        String guest = World.newEmail();

        InvitationResponse invited = new InvitationsApi(warp)
                .createInvitation(InvitationsApi.APICreateInvitationRequest.newBuilder()
                        .customerId(company.id())
                        .idempotencyKey(UUID.randomUUID().toString())
                        .createInvitationRequest(new CreateInvitationRequest()
                                .email(guest)
                                .userType("viewer")
                                .role(CreateInvitationRequest.RoleEnum.USER))
                        .build());

        assertEquals(guest, invited.getEmail());
        assertEquals(InvitationResponse.StatusEnum.PENDING, invited.getStatus());
    }

    private static CustomersApi.APIListCustomersRequest.Builder onePerPage() {
        return CustomersApi.APIListCustomersRequest.newBuilder().limit(1);
    }

    private String revision() throws ApiException {
        ApiResponse<CustomerResponse> read =
                customers.getCustomerWithHttpInfo(CustomersApi.APIGetCustomerRequest.newBuilder()
                        .customerId(company.id())
                        .build());
        return read.getHeaders().getOrDefault("etag", List.of()).get(0);
    }

    private CustomerResponse change(String etag, @Nullable String contact) throws ApiException {
        return customers.changeCustomer(CustomersApi.APIChangeCustomerRequest.newBuilder()
                .customerId(company.id())
                .ifMatch(etag)
                .changeCustomerRequest(new ChangeCustomerRequest().contact(new ContactPatch().name(contact)))
                .build());
    }
}
