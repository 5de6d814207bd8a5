package dev.guanjia.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.guanjia.client.model.StaffCreate;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

/** Runs twice: the second time the default charset is GBK, as on a Chinese Windows. */
class CharsetTest {
    private static final String NAME = "\u5f20\u4f1f";

    @Test
    void theSecondRunIsReallyInGbk() {
        String expected = System.getProperty("guanjia.charset");
        if (expected != null) {
            assertThat(Charset.defaultCharset()).isEqualTo(Charset.forName(expected));
        }
    }

    @Test
    void aChineseNameArrivesInBothDirections() {
        try (TestServer server = new TestServer(TestServer.json(201, TestServer.STAFF))) {
            StaffCreate body = new StaffCreate().staffNo("S0001").name(NAME);

            assertThat(server.client().build().organisation().createStaff("k", body).getName())
                    .isEqualTo(NAME);
            assertThat(server.seen().get(0).body()).contains(NAME);
        }
    }

    @Test
    void aChineseProblemArrives() {
        String problem = "{\"code\":\"c\",\"title\":\"" + NAME + "\",\"status\":409}";
        try (TestServer server =
                new TestServer(TestServer.answer(409, "application/problem+json", problem))) {
            assertThatThrownBy(() -> server.client().build().organisation().getCompany())
                    .hasMessage("GET /v1/company: 409 c: " + NAME);
        }
    }

    @Test
    void aKeyFromChinesePartsIsTheSameEverywhere() {
        assertThat(IdempotencyKey.of(NAME, "2024-05"))
                .isEqualTo("327c132607738caf327308d5a095338663209e2cadd64d97767d8575e079bd88");
    }
}
