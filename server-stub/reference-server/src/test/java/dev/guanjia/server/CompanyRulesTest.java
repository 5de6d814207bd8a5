package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.organisation.Authority;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.property.UnitId;
import dev.guanjia.property.meter.MeterHistory;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.application.CompanyRules;
import dev.guanjia.server.store.CommunityStore;
import dev.guanjia.server.store.MeterStore;
import dev.guanjia.server.store.UnitStore;
import dev.guanjia.server.store.UnitStore.UnitRow;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CompanyRulesTest {

    private static final String TENANT = Caller.DEFAULT_TENANT;
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final RunningServer server = RunningServer.shared().withCompany();
    private final CompanyRules rules = server.part(CompanyRules.class);

    @Test
    void authorityNamesTheRuleAndTheLimitThatWasAddedLast() {
        String limit =
                """
                {"kind": "WAIVER", "post": "ACCOUNTANT",
                 "limit": {"amount": "0.01", "currency": "CNY"},
                 "from": "2032-05-06", "demo": true}""";
        String id =
                server.asAdministrator().post("/authority-limits", limit).expect(201).text("/id");
        Authority authority = rules.authority(TENANT);
        assertThat(authority.version())
                .isEqualTo("AUT-20+AUT-20.2+AUT-20.3+AUT-20.4+AUT-20.5+AUT-22/" + id);
        assertThat(rules.authorityVersion(TENANT)).isEqualTo(authority.version());
        assertThat(authority.template().leader()).isEqualTo(new PostKey("PROPERTY_MANAGER"));
        assertThat(authority.limits().rows())
                .anyMatch(row -> row.post().equals(new PostKey("ACCOUNTANT")));
    }

    @Test
    void theOfficeIsOpenFromNineToSix() {
        assertThat(rules.opening(TENANT))
                .isEqualTo(new CompanyRules.Opening(LocalTime.of(9, 0), LocalTime.of(18, 0)));
    }

    @Test
    void peopleHoldTheirPostsAndActInThem() {
        String staff = server.newcomer("STEWARD").text("/staff_id");
        assertThat(rules.assignments(TENANT).posts(new StaffId(staff), LocalDate.of(2024, 1, 1)))
                .containsExactly(new PostKey("STEWARD"));
        Caller caller = new Caller(TENANT, staff, false, new TreeSet<>(), Optional.of("STEWARD"));
        assertThat(rules.actor(caller).post()).isEqualTo(new PostKey("STEWARD"));
        assertThat(rules.actor(caller).authorityVersion()).startsWith("AUT-20");
    }

    @Test
    void unitsAreReadInStretchesWithTheirMetersAndReadings() {
        Registry registry = Registry.with(server);
        Reply made = registry.enter(registry.units(3)).expect(201);
        String meter = made.text("/units/1/meters/0/id");
        server.holding("MAINTENANCE_WORKER")
                .post(
                        "/meter-reading-batches",
                        """
                        {"readings": [{"meter_id": "%s", "read_on": "2024-05-25",
                                       "value": "20.5", "source": "READ"}]}"""
                                .formatted(meter))
                .expect(201);
        UnitStore units = server.part(UnitStore.class);
        assertThat(units.count(TENANT, registry.community())).isEqualTo(3);
        List<Long> places = units.places(TENANT, registry.community(), 0, 9);
        assertThat(places).hasSize(3).isSorted();
        assertThat(units.places(TENANT, registry.community(), places.get(0), 1))
                .containsExactly(places.get(1));
        List<UnitRow> first = units.ofCommunity(TENANT, registry.community(), 0, places.get(1));
        List<UnitRow> rest =
                units.ofCommunity(TENANT, registry.community(), places.get(1), places.get(2));
        assertThat(first).extracting(row -> row.unit().number()).containsExactly("1", "2");
        assertThat(rest).extracting(row -> row.unit().number()).containsExactly("3");
        Map<UnitId, List<MeterHistory>> histories =
                server.part(MeterStore.class)
                        .histories(TENANT, first.stream().map(UnitRow::id).toList());
        assertThat(histories).hasSize(2);
        MeterHistory read = histories.get(first.get(1).unit().id()).get(0);
        assertThat(read.readings()).hasSize(1);
        assertThat(read.readings().get(0).value().decimalText()).isEqualTo("20.5");
        assertThat(server.part(CommunityStore.class).find(TENANT, registry.community()))
                .map(row -> row.community().zone())
                .contains(SHANGHAI);
    }

    @Test
    void anotherTenantSeesNothingOfIt() {
        Registry registry = Registry.with(server);
        String unit = registry.enter(registry.unit("1")).expect(201).text("/units/0/id");
        assertThat(server.part(UnitStore.class).find("other", unit)).isEmpty();
        assertThat(server.part(CommunityStore.class).find("other", registry.community())).isEmpty();
        assertThat(server.part(MeterStore.class).ofUnits("other", List.of(unit))).isEmpty();
    }
}
