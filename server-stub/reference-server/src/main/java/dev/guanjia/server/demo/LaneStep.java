package dev.guanjia.server.demo;

import static dev.guanjia.server.demo.Office.key;

import dev.guanjia.client.Guanjia;
import dev.guanjia.client.generated.api.RegistryApi;
import dev.guanjia.client.model.BuildingCreate;
import dev.guanjia.client.model.CommunityCreate;
import dev.guanjia.client.model.MeterCreate;
import dev.guanjia.client.model.OwnerEntry;
import dev.guanjia.client.model.TariffCreate;
import dev.guanjia.client.model.Unit;
import dev.guanjia.client.model.UnitBatchCreate;
import dev.guanjia.client.model.UnitCreate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A lane of four flats of 100 m² at 2.00 yuan, one with a water meter at 3.00 a cubic metre; the
 * last two flats have one owner. Small enough that every figure is worked out by hand.
 */
final class LaneStep {

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);
    private static final LocalDate METER_INSTALLED = LocalDate.of(2026, 3, 20);

    private final Guanjia manager;
    private final Guanjia assistant;

    LaneStep(Office office) {
        this.manager = office.as("PROPERTY_MANAGER");
        this.assistant = office.as("CS_ASSISTANT");
    }

    /** The lane; its units in the order of their doors. */
    LoadedCommunity open() {
        RegistryApi registry = manager.registry();
        CommunityCreate lane = new CommunityCreate().name("桂花里").timeZone(DemoPlan.ZONE.getId());
        String id = registry.createCommunity(key("lane"), lane).getId();
        BuildingCreate building = new BuildingCreate().code("1").name("1栋");
        String house = registry.createBuilding(id, key("lane", "house"), building).getId();
        price(id, "PROPERTY_SERVICE", "2.00");
        price(id, "SECONDARY_WATER", "3.00");
        String two = owner("孙立");
        UnitBatchCreate flats =
                new UnitBatchCreate()
                        .addUnitsItem(flat(house, "101", owner("赵敏")).addMetersItem(meter()))
                        .addUnitsItem(flat(house, "102", owner("钱进")))
                        .addUnitsItem(flat(house, "103", two))
                        .addUnitsItem(flat(house, "104", two));
        List<Unit> units = registry.createUnits(id, key("lane", "flats"), flats).getUnits();
        return new LoadedCommunity(id, units);
    }

    /** Enters somebody who owns, or will. */
    String owner(String name) {
        OwnerEntry owner = new OwnerEntry().name(name);
        return assistant.registry().createOwner(key("lane", "owner", name), owner).getId();
    }

    private void price(String lane, String feeItem, String yuan) {
        TariffCreate tariff =
                new TariffCreate()
                        .communityId(lane)
                        .feeItem(feeItem)
                        .use("RESIDENTIAL")
                        .price(new BigDecimal(yuan))
                        .currency("CNY")
                        .from(FIRST_DAY);
        manager.billing().createTariff(key("lane", feeItem), tariff);
    }

    private static UnitCreate flat(String house, String number, String owner) {
        return new UnitCreate()
                .buildingId(house)
                .number(number)
                .use("RESIDENTIAL")
                .area(new BigDecimal("100.00"))
                .ownerId(owner)
                .since(FIRST_DAY);
    }

    private static MeterCreate meter() {
        return new MeterCreate()
                .kind("WATER")
                .serialNo("L00001")
                .installedOn(METER_INSTALLED)
                .initialValue(new BigDecimal("100.000"));
    }
}
