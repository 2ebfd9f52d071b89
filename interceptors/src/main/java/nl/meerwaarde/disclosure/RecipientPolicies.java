package nl.meerwaarde.disclosure;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.SortOrderEnum;
import ca.uhn.fhir.rest.api.SortSpec;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.UriParam;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.CodeSystem;

/** The policies of this server, as they are stored now. */
public class RecipientPolicies {
    /** Who may read the records that the figures come from. */
    public static final String RECORD_HOLDER = "record-holder";

    private final DaoRegistry daos;

    RecipientPolicies(DaoRegistry daos) {
        this.daos = daos;
    }

    /** The policy of a kind of recipient; empty when there is none, so that nothing leaves for it. */
    public Optional<RecipientPolicy> find(String recipient) {
        return Optional.ofNullable(all().get(recipient));
    }

    /** The kinds of recipients that have a policy. */
    public SortedSet<String> codes() {
        return new TreeSet<>(all().keySet());
    }

    /** Read each time: a few records, and the newest rule is the one that holds. */
    private Map<String, RecipientPolicy> all() {
        SearchParameterMap newest =
                SearchParameterMap.newSynchronous("url", new UriParam(Canonicals.CodeSystems.DISCLOSURE_RECIPIENT));
        newest.setSort(new SortSpec("_lastUpdated", SortOrderEnum.DESC));
        return daos
                .getResourceDao(CodeSystem.class)
                .search(newest, new SystemRequestDetails())
                .getAllResources()
                .stream()
                .findFirst()
                .map(CodeSystem.class::cast)
                .map(codeSystem -> RecipientPolicyReader.read(codeSystem).policies())
                .orElse(Map.of());
    }
}
