package dev.guanjia.server.application;

import dev.guanjia.organisation.OrganisationTemplates;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.audit.Audit;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.store.CompanyStore;
import dev.guanjia.server.store.CompanyStore.CompanyRow;
import java.time.Clock;
import java.time.LocalTime;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Who the company is. */
@Service
public class CompanyDesk {

    private final Permissions permissions;
    private final CompanyStore companies;
    private final OrganisationTemplates templates;
    private final Audit audit;
    private final Clock clock;

    CompanyDesk(
            Permissions permissions,
            CompanyStore companies,
            OrganisationTemplates templates,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.companies = companies;
        this.templates = templates;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What is said of a company that is to be set up.
     *
     * @param name the registered name
     * @param template the id of an organisation template
     * @param opens when the office opens
     * @param closes when it closes
     */
    public record Draft(String name, String template, LocalTime opens, LocalTime closes) {}

    /**
     * Sets the company up, once.
     *
     * @param caller who asks
     * @param draft what is said of it
     * @return the company
     */
    public CompanyRow create(Caller caller, Draft draft) {
        permissions.require(caller, "create-company", "company");
        require(draft);
        CompanyRow row =
                new CompanyRow(
                        draft.name(),
                        draft.template(),
                        draft.opens(),
                        draft.closes(),
                        clock.instant());
        if (!companies.add(caller.tenant(), row)) {
            throw CompanyRefusal.COMPANY_EXISTS.with(Map.of("name", get(caller).name()));
        }
        audit.accepted(caller, "create-company", "company", Map.of("template", row.template()));
        return row;
    }

    /**
     * Reads the company.
     *
     * @param caller who asks
     * @return the company
     */
    public CompanyRow get(Caller caller) {
        return companies.find(caller.tenant()).orElseThrow(() -> Fault.notFound("company"));
    }

    private void require(Draft draft) {
        Given given = new Given();
        given.text("/name", draft.name());
        if (templates.find(draft.template()).isEmpty()) {
            given.unknown("/template_id", draft.template());
        }
        if (!draft.closes().isAfter(draft.opens())) {
            String expected = "later than " + draft.opens();
            given.wrong("/office_hours/closes", FieldCode.OUT_OF_RANGE, "expected", expected);
        }
        given.end();
    }
}
