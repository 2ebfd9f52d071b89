package nl.meerwaarde.access;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.IPreResourceAccessDetails;
import ca.uhn.fhir.rest.api.server.IPreResourceShowDetails;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Takes out of every answer what its receiver may not see, by whatever way it got in: included, of another version, found by an operation. */
@Interceptor
public class VisibleResources {
    private final Accesses accesses;

    VisibleResources(Accesses accesses) {
        this.accesses = accesses;
    }

    @Hook(Pointcut.STORAGE_PREACCESS_RESOURCES)
    public void found(@Nullable RequestDetails request, IPreResourceAccessDetails found) {
        // A search was narrowed, and what it brings along passes shown(); reading all that it finds already here would
        // take the time twice.
        if (request == null
                || request.getRestOperationType() == RestOperationTypeEnum.SEARCH_TYPE
                || isOwnWriting(request)) {
            return;
        }
        accesses.of(request).filter(access -> !access.seesEverything()).ifPresent(access -> {
            for (int i = 0; i < found.size(); i++) {
                if (!(found.getResource(i) instanceof Resource resource && access.sees(resource))) {
                    found.setDontReturnResourceAtIndex(i);
                }
            }
        });
    }

    /**
     * Whether these are the answers to what the requester stores: what was just sent. In a transaction HAPI finishes storing only what it may show, and the rest would be
     * left without its first version; what leaves of that is looked at when all is stored. Entries that read are requests of their own.
     */
    private static boolean isOwnWriting(RequestDetails request) {
        RestOperationTypeEnum asked = request.getRestOperationType();
        return asked == RestOperationTypeEnum.CREATE
                || asked == RestOperationTypeEnum.UPDATE
                || asked == RestOperationTypeEnum.TRANSACTION && request.getRequestType() != RequestTypeEnum.GET;
    }

    @Hook(Pointcut.STORAGE_PRESHOW_RESOURCES)
    public void shown(@Nullable RequestDetails request, IPreResourceShowDetails shown) {
        if (request == null || isOwnWriting(request)) {
            return;
        }
        accesses.of(request).filter(access -> !access.seesEverything()).ifPresent(access -> {
            for (int i = 0; i < shown.size(); i++) {
                if (shown.getResource(i) instanceof Resource resource && !access.sees(resource)) {
                    shown.setResource(i, null);
                }
            }
        });
    }
}
