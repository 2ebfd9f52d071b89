package nl.meerwaarde.access;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.matcher.SearchParamMatcher;
import java.time.Clock;
import java.util.List;
import nl.meerwaarde.database.FactDatabase;
import nl.meerwaarde.database.Secrets;
import nl.meerwaarde.requester.RequesterSource;
import nl.meerwaarde.team.TeamPatients;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the access rules. The day is that of the server's own time zone. */
@Configuration(proxyBeanMethods = false)
public class AccessConfiguration {
    private static final String PAGES = "pages";

    @Bean
    AccessHooks meerwaardeAccess(
            ObjectProvider<RequesterSource> sources,
            FhirContext fhirContext,
            DaoRegistry daos,
            SearchParamMatcher matcher,
            FactDatabase database) {
        RequesterSource source = sources.getIfAvailable();
        if (source == null) {
            return AccessHooks.OFF;
        }
        Clock clock = Clock.systemDefaultZone();
        StoredResources stored = new StoredResources(daos);
        List<Reach> reaches = List.of(
                new OwnRecord(stored, clock),
                new RepresentedPatient(stored, clock),
                new TreatedPatients(new TeamPatients(daos), clock));
        Accesses accesses = new Accesses(source, AccessMatrix.shipped(), reaches, matcher);
        InstanceRules instances = new InstanceRules(stored);
        WriteRules writes = new WriteRules(fhirContext, stored);
        Secrets secrets = new Secrets(database);
        AccessGate gate = new AccessGate(
                accesses,
                instances,
                writes,
                new BundleRules(instances, writes),
                new OperationRules(fhirContext, stored),
                new PageOwners(() -> secrets.of(PAGES)));
        return new AccessHooks(List.of(gate), List.of(new VisibleResources(accesses)));
    }
}
