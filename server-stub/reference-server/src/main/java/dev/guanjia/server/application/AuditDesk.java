package dev.guanjia.server.application;

import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.audit.AuditReader;
import dev.guanjia.server.audit.AuditReader.AuditRow;
import dev.guanjia.server.audit.AuditReader.Filter;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import org.springframework.stereotype.Service;

/** Who asked for what, and what came of it. */
@Service
public class AuditDesk {

    private final Permissions permissions;
    private final AuditReader trail;

    AuditDesk(Permissions permissions, AuditReader trail) {
        this.permissions = permissions;
        this.trail = trail;
    }

    /**
     * Lists the trail, newest first.
     *
     * @param caller who asks
     * @param filter which entries
     * @param request which page
     * @return the page
     */
    public Page<AuditRow> list(Caller caller, Filter filter, PageRequest request) {
        permissions.require(caller, "list-audit-entries", "audit-entries");
        return trail.list(caller.tenant(), filter, request);
    }
}
