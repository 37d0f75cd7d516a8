package co.lindero.plan;

import co.lindero.platform.db.Database;
import co.lindero.platform.db.Sql;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import co.lindero.publication.Publication;
import co.lindero.publication.PublicationStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Adds, adopts and lists plans and their themes. Thread-safe. */
public final class PlanService {
    private final Database database;
    private final PlanStore plans;
    private final PublicationStore publications;

    public PlanService(Database database, PlanStore plans, PublicationStore publications) {
        this.database = database;
        this.plans = plans;
        this.publications = publications;
    }

    /** Returns the plans of a municipality as they are now. */
    public List<Plan> list(String municipality) {
        return database.read(handle -> plans.listPlans(handle, municipality, newest(handle)));
    }

    /**
     * Returns a plan as it is now.
     *
     * @throws Problem {@code plan-not-found} with the codes there are
     */
    public Plan get(String municipality, String code) {
        return require(list(municipality), municipality, code);
    }

    /** Returns the themes that a plan itself defines. */
    public List<Theme> listThemes(String municipality, String plan) {
        get(municipality, plan);
        return database.read(handle -> plans.listThemes(handle, municipality, List.of(plan), newest(handle)));
    }

    /** Returns the themes that the plans of a chain define at a publication, those of its first plan first. */
    public List<Theme> listThemes(String municipality, List<String> chain, long at) {
        return database.read(handle -> plans.listThemes(handle, municipality, chain, at));
    }

    /** Returns the datasets that a plan's themes hold, and the cadastre's. */
    public List<Dataset> listDatasets(String municipality, String plan) {
        return database.read(handle -> plans.listDatasets(handle, municipality, List.of(plan), newest(handle)));
    }

    private long newest(Handle handle) {
        return publications.findNewest(handle).map(Publication::number).orElse(0L);
    }

    private static Plan require(List<Plan> known, String municipality, String code) {
        return known.stream()
                .filter(p -> p.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.of(
                                ProblemType.PLAN_NOT_FOUND,
                                "El municipio " + municipality + " no tiene un plan " + code,
                                "Municipality " + municipality + " has no plan " + code)
                        .hint(
                                known.isEmpty()
                                        ? "No hay planes: agregue uno con «lindero plan add»."
                                        : "Planes: "
                                                + String.join(
                                                        ", ",
                                                        known.stream()
                                                                .map(Plan::code)
                                                                .toList()) + ".",
                                known.isEmpty()
                                        ? "There are no plans: add one with \"lindero plan add\"."
                                        : "Plans: "
                                                + String.join(
                                                        ", ",
                                                        known.stream()
                                                                .map(Plan::code)
                                                                .toList()) + "."));
    }

    /**
     * Adds a plan; an adopted one takes the place of the one in force on its first day.
     *
     * @return the plan as it was published
     * @throws Problem {@code plan-conflict} where the code is taken or another plan begins on the same day
     */
    public Plan add(Plan plan) {
        return database.write(handle -> {
            List<Plan> result = new ArrayList<>();
            publications.publish(handle, subject(plan), number -> {
                List<Plan> known = plans.listPlans(handle, plan.municipality(), number);
                if (known.stream().anyMatch(p -> p.code().equals(plan.code()))) {
                    throw conflict(
                            "Ya existe un plan " + plan.code(),
                            "There is a plan " + plan.code() + " already",
                            "Use otro código, o «lindero plan show " + plan.code() + "».",
                            "Use another code, or \"lindero plan show " + plan.code() + "\".");
                }
                plan.revisedPlan().ifPresent(code -> require(known, plan.municipality(), code));
                Plan added = plan.isAdopted() ? adopt(handle, known, plan, plan.inForceFrom(), number) : plan;
                plans.add(handle, added, number);
                result.add(added);
            });
            forgetKeptParts(handle, plan.municipality());
            return result.get(0);
        });
    }

    /**
     * Adopts a plan from a day on, where nothing was published since it was judged. Adopting an adopted plan again moves its
     * first day.
     *
     * @param judged newest publication when the plan was judged
     * @return the plan as it was published; empty where something was published since, and nothing is adopted
     * @throws Problem {@code plan-not-found} or {@code plan-conflict}
     */
    public Optional<Plan> adopt(String municipality, String code, LocalDate from, Publication judged) {
        try {
            return Optional.of(database.write(handle -> adopt(handle, municipality, code, from, judged)));
        } catch (PublishedSinceException e) {
            return Optional.empty();
        }
    }

    private Plan adopt(Handle handle, String municipality, String code, LocalDate from, Publication judged) {
        List<Plan> result = new ArrayList<>();
        Plan named = require(plans.listPlans(handle, municipality, newest(handle)), municipality, code);
        publications.publish(handle, subject(named), number -> {
            // the lock is held: whatever was published since has the number before this
            if (number != judged.number() + 1) {
                throw new PublishedSinceException();
            }
            List<Plan> known = new ArrayList<>(plans.listPlans(handle, municipality, number));
            Plan plan = require(known, municipality, code);
            known.remove(plan);
            plans.close(handle, plan, number);
            Plan adopted = adopt(handle, known, plan, from, number);
            plans.add(handle, adopted, number);
            result.add(adopted);
        });
        forgetKeptParts(handle, municipality);
        return result.get(0);
    }

    /** Ends the transaction of an adoption that was judged on an earlier state. */
    private static final class PublishedSinceException extends RuntimeException {
        private static final long serialVersionUID = 1;

        PublishedSinceException() {
            super("published since", null, false, false);
        }
    }

    /** Cuts what the plan succeeds and returns the plan with the days on which it is in force. */
    private Plan adopt(Handle handle, List<Plan> known, Plan plan, LocalDate from, long number) {
        List<Plan> rivals = known.stream()
                .filter(Plan::isAdopted)
                .filter(p -> Objects.equals(p.revises(), plan.revises()))
                .filter(p -> p.inForceTo() == null || p.inForceTo().isAfter(from))
                .toList();
        LocalDate until = null;
        for (Plan rival : rivals) {
            if (rival.inForceFrom().equals(from)) {
                throw conflict(
                        "El plan " + rival.code() + " ya rige desde " + from,
                        "Plan " + rival.code() + " is in force from " + from + " already",
                        "Elija otro día de inicio.",
                        "Choose another first day.");
            }
            if (rival.inForceFrom().isAfter(from)) {
                until = until == null || rival.inForceFrom().isBefore(until) ? rival.inForceFrom() : until;
            } else if (plan.revises() != null) {
                throw conflict(
                        "El plan " + plan.revises() + " ya tiene la revisión " + rival.code() + " vigente desde "
                                + rival.inForceFrom(),
                        "Plan " + plan.revises() + " has the revision " + rival.code() + " in force from "
                                + rival.inForceFrom(),
                        "Indique que la nueva revisa la anterior: --revises " + rival.code() + ".",
                        "Say that the new one revises the earlier: --revises " + rival.code() + ".");
            } else {
                cut(handle, known, rival, from, number);
            }
        }
        return plan.withInForce(from, until);
    }

    private void cut(Handle handle, List<Plan> known, Plan plan, LocalDate day, long number) {
        plans.close(handle, plan, number);
        plans.add(handle, plan.withInForce(plan.inForceFrom(), day), number);
        for (Plan revision : known) {
            boolean standing = revision.isAdopted()
                    && plan.code().equals(revision.revises())
                    && revision.inForceFrom().isBefore(day)
                    && (revision.inForceTo() == null || revision.inForceTo().isAfter(day));
            if (standing) {
                cut(handle, known, revision, day, number);
            }
        }
    }

    /**
     * Adds a theme to a plan, or states its facts anew.
     *
     * @throws Problem {@code plan-not-found}
     */
    public Theme addTheme(String municipality, Theme theme) {
        return database.write(handle -> {
            publications.publish(
                    handle,
                    new PublicationStore.Subject("theme", municipality, "themes/" + theme.plan() + "/" + theme.code()),
                    number -> {
                        require(plans.listPlans(handle, municipality, number), municipality, theme.plan());
                        plans.closeTheme(handle, municipality, theme, number);
                        plans.addTheme(handle, municipality, theme, number);
                    });
            forgetKeptParts(handle, municipality);
            return theme;
        });
    }

    /** Returns a theme as a plan sees it: its own, or that of a plan it revises. */
    public Optional<Theme> findTheme(String municipality, String plan, String code) {
        return database.read(handle -> {
            long at = newest(handle);
            List<String> chain = plans.findChain(handle, municipality, plan, LocalDate.EPOCH, at);
            return plans.listThemes(handle, municipality, chain, at).stream()
                    .filter(theme -> theme.code().equals(code))
                    .findFirst();
        });
    }

    private static void forgetKeptParts(Handle handle, String municipality) {
        @Nullable String all = null;
        handle.createUpdate(Sql.query("derived/forget_scopes"))
                .bind("municipality", municipality)
                .bind("theme", all)
                .execute();
    }

    private static PublicationStore.Subject subject(Plan plan) {
        return new PublicationStore.Subject("plan", plan.municipality(), "plans/" + plan.code());
    }

    private static Problem conflict(String es, String en, String hintEs, String hintEn) {
        return Problem.of(ProblemType.PLAN_CONFLICT, es, en).hint(hintEs, hintEn);
    }
}
