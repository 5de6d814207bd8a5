package dev.guanjia.workorder.request;

import static dev.guanjia.workorder.WorkOrders.accepted;
import static dev.guanjia.workorder.WorkOrders.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.catalogue.Label;
import dev.guanjia.workorder.Channel;
import dev.guanjia.workorder.request.Channels.Setting;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChannelsTest {

    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final Channels SHIPPED = new Channels(Channel.all(), List.of());

    @Test
    void whatTheLibraryDoesNotKnowIsNoChannel() {
        assertThat(SHIPPED.find("HOTLINE", MAY)).isPresent();
        assertThat(SHIPPED.find("HOTLINEE", MAY)).isEmpty();
        assertThat(SHIPPED.on(MAY)).isEqualTo(Channel.all());
    }

    @Test
    void aCompanyAddsAChannelAndGivesOneUpFromADayOn() {
        Channels own = accepted(SHIPPED.set(setting("ROBOT", true, MAY)));
        own = accepted(own.set(setting("LETTER", false, MAY)));
        own = accepted(own.set(setting("LETTER", true, MAY.plusMonths(1))));
        assertThat(own.find("ROBOT", MAY.minusDays(1))).isEmpty();
        assertThat(own.find("ROBOT", MAY)).isPresent();
        assertThat(own.find("LETTER", MAY.minusDays(1)))
                .hasValueSatisfying(row -> assertThat(row.file()).isEqualTo(Channel.File.LETTER));
        assertThat(own.find("LETTER", MAY)).isEmpty();
        assertThat(own.on(MAY)).extracting(Channel::key).contains("ROBOT").doesNotContain("LETTER");
        assertThat(own.find("LETTER", MAY.plusMonths(1)))
                .hasValueSatisfying(row -> assertThat(row.label().en()).isEqualTo("own"));
    }

    @Test
    void aChannelIsSetOnceADay() {
        Channels own = accepted(SHIPPED.set(setting("ROBOT", true, MAY)));
        assertThat(refused(own.set(setting("ROBOT", false, MAY))))
                .containsExactly(RequestRefusal.CHANNEL_SET);
    }

    private static Setting setting(String key, boolean used, LocalDate from) {
        Channel channel = new Channel(key, new Label("自有", "own"), false, null, "own");
        return new Setting(channel, used, from);
    }
}
