package dev.guanjia.server.application;

import dev.guanjia.property.Building;
import dev.guanjia.property.Owner;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.store.BuildingStore;
import dev.guanjia.server.store.CommunityStore;
import dev.guanjia.server.store.CompanyStore;
import dev.guanjia.server.store.CompanyStore.CompanyRow;
import dev.guanjia.server.store.OwnerStore;
import dev.guanjia.server.store.OwnerStore.OwnerRow;
import dev.guanjia.server.store.UnitStore;
import dev.guanjia.server.store.UnitStore.UnitRow;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Who and where a paper is about. */
@Component
class PaperPlaces {

    private final CompanyStore companies;
    private final CommunityStore communities;
    private final BuildingStore buildings;
    private final UnitStore units;
    private final OwnerStore owners;

    PaperPlaces(
            CompanyStore companies,
            CommunityStore communities,
            BuildingStore buildings,
            UnitStore units,
            OwnerStore owners) {
        this.companies = companies;
        this.communities = communities;
        this.buildings = buildings;
        this.units = units;
        this.owners = owners;
    }

    /** A unit as papers name it. */
    record Place(String company, String community, String unit, String owner) {}

    /** The place of a unit; 404 if there is none. */
    Place of(String tenant, String unitId) {
        UnitRow row = units.find(tenant, unitId).orElseThrow(() -> Fault.notFound(unitId));
        String company = companies.find(tenant).map(CompanyRow::name).orElse("");
        String community =
                communities.find(tenant, row.communityId()).orElseThrow().community().name();
        String building = row.unit().building().value();
        Map<String, Building> found = buildings.find(tenant, row.communityId(), List.of(building));
        String owner =
                owners.find(tenant, row.unit().owner().value())
                        .map(OwnerRow::owner)
                        .map(Owner::name)
                        .orElse("");
        String where = found.get(building).name() + " " + row.unit().number();
        return new Place(company, community, where, owner);
    }
}
