package dev.guanjia.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.client.generated.api.OrganisationApi;
import dev.guanjia.client.model.Staff;
import dev.guanjia.client.model.StaffPatch;
import org.junit.jupiter.api.Test;

class VersionedTest {
    @Test
    void theEtagReadIsTheIfMatchSent() {
        try (TestServer server =
                new TestServer(TestServer.json(200, TestServer.STAFF, "ETag", "\"7\""))) {
            OrganisationApi api = server.client().build().organisation();
            Versioned<Staff> staff = Versioned.of(api.getStaffWithHttpInfo("sf_00000001"));

            String id = staff.body().getId();
            api.updateStaff(id, "key-1", staff.etag(), new StaffPatch().name("A"));

            assertThat(staff.etag()).isEqualTo("\"7\"");
            assertThat(server.seen().get(1).header("If-Match")).isEqualTo("\"7\"");
        }
    }

    @Test
    void anAnswerWithoutAnEtagHasNoVersion() {
        try (TestServer server = new TestServer(TestServer.json(200, TestServer.STAFF))) {
            OrganisationApi api = server.client().build().organisation();

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Versioned.of(api.getStaffWithHttpInfo("sf_00000001")))
                    .withMessage("the answer has no ETag");
        }
    }

    @Test
    void anAnswerWithoutABodyHasNoVersion() {
        try (TestServer server = new TestServer(TestServer.json(204, "", "ETag", "\"7\""))) {
            OrganisationApi api = server.client().build().organisation();

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Versioned.of(api.getStaffWithHttpInfo("sf_00000001")))
                    .withMessage("the answer has no body");
        }
    }
}
