package dev.guanjia.server.web;

import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.RuleTablesApi;
import dev.guanjia.server.api.model.RuleTable;
import dev.guanjia.server.api.model.RuleTableCreate;
import dev.guanjia.server.api.model.RuleTablePage;
import dev.guanjia.server.application.RuleTableDesk;
import dev.guanjia.server.application.RuleTableDesk.Draft;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.RuleTableStore.TableRow;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Rows of a company's own in the place of those that the product proposes. */
@RestController
@RequestMapping("/v1")
class RuleTableController implements RuleTablesApi {

    private final CurrentCaller caller;
    private final RuleTableDesk tables;

    RuleTableController(CurrentCaller caller, RuleTableDesk tables) {
        this.caller = caller;
        this.tables = tables;
    }

    @Override
    public ResponseEntity<RuleTable> createRuleTable(String idempotencyKey, RuleTableCreate body) {
        Draft draft =
                new Draft(body.getCatalogue(), body.getFrom(), body.getRows(), body.getSource());
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(table(tables.create(caller.get(), draft)));
    }

    @Override
    public ResponseEntity<RuleTablePage> listRuleTables(Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("rule-tables", limit, cursor);
        Page<RuleTable> page = tables.list(caller.get(), request).map(RuleTableController::table);
        return ResponseEntity.ok(new RuleTablePage(page.items()).nextCursor(page.nextCursor()));
    }

    private static RuleTable table(TableRow row) {
        return new RuleTable(
                row.id(),
                row.catalogue(),
                row.from(),
                row.rows(),
                row.source(),
                Wire.at(row.recordedAt()));
    }
}
