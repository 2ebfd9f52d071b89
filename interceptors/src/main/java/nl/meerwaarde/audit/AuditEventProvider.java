package nl.meerwaarde.audit;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meerwaarde.fhir.AcceptedLanguages;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.IdType;

/** The audit trail as AuditEvents: read and searched, never written. */
public class AuditEventProvider implements IResourceProvider {
    private static final List<String> LANGUAGES = List.of("nl", "en");

    private final FhirContext fhirContext;
    private final DaoRegistry daos;
    private final AuditEntries entries;
    private final AuditReaders readers;
    private final ZoneId zone;

    /** @param zone whose clock tells a reader when something happened */
    AuditEventProvider(
            FhirContext fhirContext, DaoRegistry daos, AuditEntries entries, AuditReaders readers, ZoneId zone) {
        this.fhirContext = fhirContext;
        this.daos = daos;
        this.entries = entries;
        this.readers = readers;
        this.zone = zone;
    }

    @Override
    public Class<? extends IBaseResource> getResourceType() {
        return AuditEvent.class;
    }

    /** One entry; what is of somebody else is not there. */
    @Read
    public AuditEvent read(@IdParam IdType id, ServletRequestDetails request) {
        Optional<String> only = readers.only(request);
        return EntryIds.read(id.getIdPart())
                .flatMap(entries::find)
                .filter(entry -> only.isEmpty() || only.get().equals(entry.patient()))
                .map(events(request)::of)
                .orElseThrow(() -> new ResourceNotFoundException(id));
    }

    /** The entries that meet the parameters, newest first. A patient asks for the own ones; without saying so too. */
    @Search(allowUnknownParams = true)
    public Bundle search(ServletRequestDetails request) {
        AuditSearch asked = AuditSearch.of(request.getParameters(), fhirContext);
        Optional<String> only = readers.only(request);
        if (only.isPresent() && !asked.patients().stream().allMatch(only.get()::equals)) {
            throw AuditReaders.forbidden("audit-own");
        }
        return bundle(request, only.map(asked::of).orElse(asked));
    }

    private Bundle bundle(ServletRequestDetails request, AuditSearch search) {
        Bundle bundle = new Bundle().setType(BundleType.SEARCHSET);
        // Without it HAPI says how many are on the page.
        bundle.setTotal(entries.count(search));
        if (search.count() == 0) {
            return bundle;
        }
        List<AuditEntry> found = entries.matching(search, search.count() + 1);
        AuditEvents events = events(request);
        String base = request.getFhirServerBase() + "/AuditEvent/";
        found.stream()
                .limit(search.count())
                .forEach(entry -> bundle.addEntry()
                        .setFullUrl(base + entry.id())
                        .setResource(events.of(entry))
                        .getSearch()
                        .setMode(SearchEntryMode.MATCH));
        if (found.size() > search.count()) {
            bundle.addLink().setRelation("next").setUrl(next(request, search.offset() + search.count()));
        }
        return bundle;
    }

    private static String next(ServletRequestDetails request, int offset) {
        Stream<String> same = request.getParameters().entrySet().stream()
                .filter(parameter -> !parameter.getKey().equals("_offset"))
                .flatMap(parameter -> Arrays.stream(parameter.getValue())
                        .map(value -> encoded(parameter.getKey()) + "=" + encoded(value)));
        return Stream.concat(same, Stream.of("_offset=" + offset))
                .collect(Collectors.joining("&", request.getFhirServerBase() + "/AuditEvent?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private AuditEvents events(ServletRequestDetails request) {
        String language = AcceptedLanguages.of(request).best("nl", LANGUAGES).orElse("nl");
        return new AuditEvents(new AccessSentence(language, zone), new CalledNames(daos));
    }
}
