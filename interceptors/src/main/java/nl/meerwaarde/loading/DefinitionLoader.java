package nl.meerwaarde.loading;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import java.util.List;
import nl.meerwaarde.database.FactDatabase;
import nl.meerwaarde.definition.DefinitionInterceptor;
import nl.meerwaarde.definition.DefinitionRegister;
import nl.meerwaarde.fhir.Fingerprint;
import nl.meerwaarde.terminology.Canonicals;
import nl.meerwaarde.wording.WordedQuestionnaire;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the shipped definitions into storage, one by one: also the serial first write that keeps concurrent first writes on a fresh PostgreSQL from
 * colliding. A definition is written again only when the shipped content changed, so a hospital's own edits stay until the next release changes the
 * same definition.
 */
public class DefinitionLoader {
    private static final Logger LOG = LoggerFactory.getLogger(DefinitionLoader.class);

    private final DaoRegistry daos;
    private final FhirContext fhirContext;
    private final FactDatabase database;
    private final DefinitionRegister register;
    private final DefinitionInterceptor definitions;
    private final ISearchParamRegistry searchParameters;

    public DefinitionLoader(
            DaoRegistry daos,
            FhirContext fhirContext,
            FactDatabase database,
            DefinitionRegister register,
            DefinitionInterceptor definitions,
            ISearchParamRegistry searchParameters) {
        this.daos = daos;
        this.fhirContext = fhirContext;
        this.database = database;
        this.register = register;
        this.definitions = definitions;
        this.searchParameters = searchParameters;
    }

    /** Registers what the host had before the plug-in came, then loads what the plug-in brings. */
    public void load() {
        registerExisting();
        int written = 0;
        List<Resource> shipped = ShippedDefinitions.read(fhirContext);
        for (Resource definition : shipped) {
            written += loadOne(definition) ? 1 : 0;
        }
        if (written > 0) {
            // Otherwise the first resources of a minute would not be found by our search parameters.
            searchParameters.forceRefresh();
        }
        LOG.info("Definitions: {} shipped, {} written", shipped.size(), written);
    }

    /** Registers definitions that are stored but not registered yet. */
    public void registerExisting() {
        definitions.types().forEach(this::registerExisting);
    }

    private boolean loadOne(Resource definition) {
        String name = definition.fhirType() + "/" + definition.getIdElement().getIdPart();
        String fingerprint = Fingerprint.of(fhirContext.newJsonParser().encodeResourceToString(definition));
        List<String> loaded = database.jdbc()
                .queryForList("select fingerprint from mw_loaded_definition where resource = ?", String.class, name);
        if (loaded.contains(fingerprint)) {
            return false;
        }
        if (isTheHospitals(definition, name)) {
            LOG.info("{} was changed here and stays as it is; this release ships another", name);
            return false;
        }
        long version = write(definition);
        if (loaded.isEmpty()) {
            database.jdbc()
                    .update(
                            "insert into mw_loaded_definition (resource, fingerprint, stored_version) values (?, ?, ?)",
                            name,
                            fingerprint,
                            version);
        } else {
            database.jdbc()
                    .update(
                            "update mw_loaded_definition set fingerprint = ?, stored_version = ? where resource = ?",
                            fingerprint,
                            version,
                            name);
        }
        return true;
    }

    /** Who may see what is the hospital's to say: once it has changed the policies, no release changes them. */
    private boolean isTheHospitals(Resource definition, String name) {
        if (!(definition instanceof CodeSystem policies)
                || !Canonicals.CodeSystems.DISCLOSURE_RECIPIENT.equals(policies.getUrl())) {
            return false;
        }
        List<Long> written = database.jdbc()
                .queryForList(
                        "select stored_version from mw_loaded_definition where resource = ? and stored_version is not null",
                        Long.class,
                        name);
        return register.ofResource(
                        definition.fhirType(), definition.getIdElement().getIdPart())
                .filter(stored -> !written.contains(stored.resourceVersion()))
                .isPresent();
    }

    @SuppressWarnings("unchecked") // the DAO of a resource's own class
    private <T extends Resource> long write(T definition) {
        IFhirResourceDao<T> dao = daos.getResourceDao((Class<T>) definition.getClass());
        return dao.update((T) keepingWhatIsTheHospitals(definition), new SystemRequestDetails())
                .getId()
                .getVersionIdPartAsLong();
    }

    /** A new release brings a definition anew, but not what the hospital decided about it. */
    private Resource keepingWhatIsTheHospitals(Resource definition) {
        if (register.ofResource(definition.fhirType(), definition.getIdElement().getIdPart())
                .isEmpty()) {
            return definition;
        }
        if (definition instanceof Questionnaire shipped) {
            return WordedQuestionnaire.carriedOver(stored(shipped), shipped);
        }
        if (definition instanceof PlanDefinition shipped && shipped.getStatus() == PublicationStatus.DRAFT) {
            return shipped.copy().setStatus(stored(shipped).getStatus());
        }
        return definition;
    }

    @SuppressWarnings("unchecked") // the DAO of a resource's own class
    private <T extends Resource> T stored(T shipped) {
        return (T) daos.getResourceDao(shipped.getClass())
                .read(shipped.getIdElement().toUnqualifiedVersionless(), new SystemRequestDetails());
    }

    private <T extends Resource> void registerExisting(Class<T> type) {
        IBundleProvider stored =
                daos.getResourceDao(type).search(SearchParameterMap.newSynchronous(), new SystemRequestDetails());
        stored.getAllResources().stream()
                .map(Resource.class::cast)
                .filter(resource -> register.ofResource(
                                resource.fhirType(), resource.getIdElement().getIdPart())
                        .isEmpty())
                .forEach(definitions::noteExisting);
    }
}
