package dev.guanjia.server.web;

import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.RegistryApi;
import dev.guanjia.server.api.model.Building;
import dev.guanjia.server.api.model.BuildingCreate;
import dev.guanjia.server.api.model.BuildingPage;
import dev.guanjia.server.api.model.Community;
import dev.guanjia.server.api.model.CommunityCreate;
import dev.guanjia.server.api.model.CommunityPage;
import dev.guanjia.server.api.model.MeterReadingBatch;
import dev.guanjia.server.api.model.MeterReadingBatchCreate;
import dev.guanjia.server.api.model.MeterReadingPage;
import dev.guanjia.server.api.model.Owner;
import dev.guanjia.server.api.model.OwnerEntry;
import dev.guanjia.server.api.model.OwnerFileResult;
import dev.guanjia.server.api.model.OwnerPage;
import dev.guanjia.server.api.model.OwnerPatch;
import dev.guanjia.server.api.model.Unit;
import dev.guanjia.server.api.model.UnitBatch;
import dev.guanjia.server.api.model.UnitBatchCreate;
import dev.guanjia.server.api.model.UnitFileResult;
import dev.guanjia.server.api.model.UnitPage;
import dev.guanjia.server.application.CommunityDesk;
import dev.guanjia.server.application.ReadingDesk;
import dev.guanjia.server.application.ReadingDraft;
import dev.guanjia.server.application.UnitDesk;
import dev.guanjia.server.application.UnitDraft;
import dev.guanjia.server.application.UnitReader;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.CommunityStore.CommunityRow;
import dev.guanjia.server.store.UnitListStore.Filter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the company looks after: communities, buildings, units, owners and meters. */
@RestController
@RequestMapping("/v1")
class RegistryController implements RegistryApi {

    private final CurrentCaller caller;
    private final CommunityDesk communities;
    private final UnitDesk units;
    private final UnitReader reader;
    private final OwnerAnswers owners;
    private final RegistryFileAnswers files;
    private final ReadingDesk readings;

    RegistryController(
            CurrentCaller caller,
            CommunityDesk communities,
            UnitDesk units,
            UnitReader reader,
            OwnerAnswers owners,
            RegistryFileAnswers files,
            ReadingDesk readings) {
        this.caller = caller;
        this.communities = communities;
        this.units = units;
        this.reader = reader;
        this.owners = owners;
        this.files = files;
        this.readings = readings;
    }

    @Override
    public ResponseEntity<Community> createCommunity(String idempotencyKey, CommunityCreate body) {
        CommunityRow row =
                communities.create(
                        caller.get(), body.getName(), body.getTimeZone(), body.getCalendar());
        return ResponseEntity.created(Wire.location("communities", row.id()))
                .body(RegistryMapping.community(row));
    }

    @Override
    public ResponseEntity<Community> getCommunity(String communityId) {
        return ResponseEntity.ok(
                RegistryMapping.community(communities.get(caller.get(), communityId)));
    }

    @Override
    public ResponseEntity<CommunityPage> listCommunities(Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("communities", limit, cursor);
        return ResponseEntity.ok(
                RegistryMapping.communities(communities.list(caller.get(), request)));
    }

    @Override
    public ResponseEntity<Building> createBuilding(
            String communityId, String idempotencyKey, BuildingCreate body) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(
                        RegistryMapping.building(
                                communities.createBuilding(
                                        caller.get(),
                                        communityId,
                                        body.getCode(),
                                        body.getName())));
    }

    @Override
    public ResponseEntity<BuildingPage> listBuildings(
            String communityId, Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("buildings", limit, cursor);
        return ResponseEntity.ok(
                RegistryMapping.buildings(
                        communities.buildings(caller.get(), communityId, request)));
    }

    @Override
    public ResponseEntity<UnitBatch> createUnits(
            String communityId, String idempotencyKey, UnitBatchCreate body) {
        List<UnitDraft> drafts = body.getUnits().stream().map(RegistryMapping::draft).toList();
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(RegistryMapping.batch(units.create(caller.get(), communityId, drafts)));
    }

    @Override
    public ResponseEntity<Unit> getUnit(String unitId) {
        return ResponseEntity.ok(RegistryMapping.unit(reader.get(caller.get(), unitId)));
    }

    @Override
    public ResponseEntity<UnitPage> listUnits(
            @Nullable String communityId,
            @Nullable String buildingId,
            Integer limit,
            @Nullable String cursor) {
        Filter filter =
                new Filter(Optional.ofNullable(communityId), Optional.ofNullable(buildingId));
        PageRequest request = PageRequest.of("units", limit, cursor);
        return ResponseEntity.ok(RegistryMapping.units(reader.list(caller.get(), filter, request)));
    }

    @Override
    public ResponseEntity<UnitFileResult> importUnitFile(
            String communityId, String idempotencyKey, String body) {
        return files.units(communityId, body);
    }

    @Override
    public ResponseEntity<Owner> createOwner(String idempotencyKey, OwnerEntry body) {
        return owners.create(body);
    }

    @Override
    public ResponseEntity<OwnerPage> listOwners(
            @Nullable String reference, Integer limit, @Nullable String cursor) {
        return owners.list(reference, PageRequest.of("owners", limit, cursor));
    }

    @Override
    public ResponseEntity<OwnerFileResult> importOwnerFile(String idempotencyKey, String body) {
        return files.owners(body);
    }

    @Override
    public ResponseEntity<Owner> getOwner(String ownerId) {
        return owners.get(ownerId);
    }

    @Override
    public ResponseEntity<Owner> updateOwner(
            String ownerId, String idempotencyKey, String ifMatch, OwnerPatch body) {
        return owners.update(ownerId, ifMatch, body);
    }

    @Override
    public ResponseEntity<MeterReadingBatch> createMeterReadings(
            String idempotencyKey, MeterReadingBatchCreate body) {
        List<ReadingDraft> drafts =
                body.getReadings().stream().map(RegistryMapping::draft).toList();
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(RegistryMapping.readings(readings.create(caller.get(), drafts)));
    }

    @Override
    public ResponseEntity<MeterReadingPage> listMeterReadings(
            String meterId, Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("readings", limit, cursor);
        return ResponseEntity.ok(
                RegistryMapping.readings(readings.list(caller.get(), meterId, request)));
    }
}
