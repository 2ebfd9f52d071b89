package nl.meerwaarde.access;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.matcher.SearchParamMatcher;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
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
    Sights meerwaardeSights(
            ObjectProvider<RequesterSource> sources,
            ObjectProvider<Subscribers> subscribers,
            DaoRegistry daos,
            SearchParamMatcher matcher,
            FactDatabase database) {
        Clock clock = Clock.systemDefaultZone();
        StoredResources stored = new StoredResources(daos);
        List<Reach> reaches = List.of(
                new OwnRecord(stored, clock),
                new RepresentedPatient(stored, clock),
                new TreatedPatients(new TeamPatients(daos), clock),
                new ManagedPatients(new Custodians(database)));
        return new Sights(Optional.ofNullable(sources.getIfAvailable())
                .map(source -> new Accesses(
                        source,
                        AccessMatrix.shipped(),
                        reaches,
                        matcher,
                        () -> subscribers.getIfAvailable(NoSubscribers::new))));
    }

    @Bean
    AccessHooks meerwaardeAccess(
            FhirContext fhirContext,
            DaoRegistry daos,
            FactDatabase database,
            Sights sights,
            ObjectProvider<RegistryMeasures> deliveries) {
        StoredResources stored = new StoredResources(daos);
        RegistryRules registries = new RegistryRules(stored, deliveries::orderedStream);
        return sights.rules()
                .map(accesses -> hooks(
                        new OperationRules(fhirContext, stored, registries),
                        fhirContext,
                        stored,
                        new Secrets(database),
                        accesses))
                .orElse(AccessHooks.OFF);
    }

    private static AccessHooks hooks(
            OperationRules operations,
            FhirContext fhirContext,
            StoredResources stored,
            Secrets secrets,
            Accesses accesses) {
        InstanceRules instances = new InstanceRules(stored);
        WriteRules writes = new WriteRules(fhirContext, stored);
        AccessGate gate = new AccessGate(
                accesses,
                instances,
                writes,
                new BundleRules(instances, writes),
                operations,
                new PageOwners(() -> secrets.of(PAGES)));
        return new AccessHooks(
                List.of(gate), List.of(new VisibleResources(accesses), new PatchedResources(accesses, writes)));
    }
}
