package dev.guanjia.server.web;

import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.model.OwnerFileItem;
import dev.guanjia.server.api.model.OwnerFileResult;
import dev.guanjia.server.api.model.UnitFileItem;
import dev.guanjia.server.api.model.UnitFileResult;
import dev.guanjia.server.application.OwnerFileDesk;
import dev.guanjia.server.application.UnitFileDesk;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Files of owners and of units. */
@Component
class RegistryFileAnswers {

    private final CurrentCaller caller;
    private final OwnerFileDesk owners;
    private final UnitFileDesk units;

    RegistryFileAnswers(CurrentCaller caller, OwnerFileDesk owners, UnitFileDesk units) {
        this.caller = caller;
        this.owners = owners;
        this.units = units;
    }

    ResponseEntity<OwnerFileResult> owners(String text) {
        List<OwnerFileDesk.Result> results = owners.take(caller.get(), text);
        int stored = (int) results.stream().filter(OwnerFileDesk.Result::stored).count();
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(
                        new OwnerFileResult(
                                results.size(),
                                stored,
                                results.size() - stored,
                                results.stream().map(RegistryFileAnswers::item).toList()));
    }

    ResponseEntity<UnitFileResult> units(String communityId, String text) {
        List<UnitFileDesk.Result> results = units.take(caller.get(), communityId, text);
        int stored = (int) results.stream().filter(UnitFileDesk.Result::stored).count();
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(
                        new UnitFileResult(
                                results.size(),
                                stored,
                                results.size() - stored,
                                results.stream().map(RegistryFileAnswers::item).toList()));
    }

    private static OwnerFileItem item(OwnerFileDesk.Result row) {
        return new OwnerFileItem(row.number(), row.reference(), row.id(), row.stored());
    }

    private static UnitFileItem item(UnitFileDesk.Result row) {
        return new UnitFileItem(row.number(), row.building(), row.unit(), row.id(), row.stored());
    }
}
