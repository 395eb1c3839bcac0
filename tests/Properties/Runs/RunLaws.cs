using FsCheck.Fluent;
using LanguageExt;

namespace Kehu.Properties.Runs;

/// <summary>Runs over generated banks: against everybody decided alone, interrupted anywhere, cancelled anywhere, one after the other.</summary>
public sealed class RunLaws
{
    [Law]
    public Property A_run_is_everybody_decided_alone_from_what_was_known_and_counts_them() =>
        Law.ForAll(from before in RunGenerators.Writing(20) from asked in RunGenerators.Asked from after in RunGenerators.Filings(6) select (before, asked, after), async drawn =>
        {
            var bank = new Bank();
            await bank.Happen(drawn.before);
            var id = await bank.Ask(drawn.asked);
            await bank.Happen(drawn.after);
            await bank.Finish();
            var run = (await bank.Runs()).Single();
            var (found, rows) = (await bank.Found(run), await bank.Store.Count(Tables.Customers, default));
            return run.Id == id && run.Phase == RunPhase.Finished && found == await bank.Meant(run)
                && new RunChunk(found).Tallies(run.Versions) == run.Policies.Map(policy => policy.Tally)
                && run.Policies.ForAll(policy => policy.Tally.Customers == found.Count)
                && run.Progress.Done == rows && run.Progress.Total == rows && rows == found.Count + run.Progress.Withdrawn + run.Progress.NotOnFile;
        });

    [Law]
    public Property Whoever_is_on_file_when_a_run_is_asked_for_is_found_whatever_the_clock_did() =>
        Law.ForAll(RunGenerators.Lives(20), async life =>
        {
            var bank = new Bank();
            await bank.Happen(life);
            var asOf = new DateOnly(2026, 11, 21);
            await bank.Ask(new Event.Runs(new Arr<string>(["activity"]), asOf));
            await bank.Finish();
            var onFile = new List<string>();
            await foreach (var row in bank.Store.Range(Tables.Customers, "", "", default))
            {
                onFile.AddRange(await bank.Customers.Find(row.Id, asOf, null, default) is null ? [] : [row.Id]);
            }

            var found = await bank.Found((await bank.Runs())[^1]);
            return found.Map(customer => customer.Id).SequenceEqual(onFile);
        });

    [Law]
    public Property A_run_that_is_interrupted_anywhere_ends_as_if_it_had_not_been() =>
        Law.ForAll(
            from before in RunGenerators.Lives(16)
            from asked in RunGenerators.Asked
            from breaks in (from at in Gen.Choose(1, 12) from how in Gen.Elements(Breaking.Before, Breaking.After) select (at, how)).ArrayOf(2)
            select (before, asked, breaks),
            async drawn =>
            {
                var (smooth, broken) = (new Bank(), new Bank());
                foreach (var bank in (Bank[])[smooth, broken])
                {
                    await bank.Happen(drawn.before);
                    await bank.Ask(drawn.asked);
                }

                await smooth.Finish();
                foreach (var (at, how) in drawn.breaks)
                {
                    try
                    {
                        await broken.Work(new BreakingStore(broken.Store, at, () => ValueTask.FromResult(how))).Next(default);
                    }
                    catch (StoreException)
                    {
                        // Whoever worked is gone.
                    }
                }

                await broken.Finish();
                return await broken.Traces() == await smooth.Traces();
            });

    [Law]
    public Property What_is_filed_while_a_run_is_interrupted_does_not_bear_on_it() =>
        Law.ForAll(
            from before in RunGenerators.Writing(16) from asked in RunGenerators.Asked from at in Gen.Choose(1, 8) from meanwhile in RunGenerators.Filings(6) select (before, asked, at, meanwhile),
            async drawn =>
            {
                var (smooth, broken) = (new Bank(), new Bank());
                foreach (var bank in (Bank[])[smooth, broken])
                {
                    await bank.Happen(drawn.before);
                    await bank.Ask(drawn.asked);
                }

                await smooth.Finish();
                try
                {
                    await broken.Work(new BreakingStore(broken.Store, drawn.at, () => ValueTask.FromResult(Breaking.Before))).Next(default);
                }
                catch (StoreException)
                {
                    // Whoever worked is gone.
                }

                await broken.Happen(drawn.meanwhile);
                await broken.Finish();
                var (one, other) = ((await smooth.Runs()).Single(), (await broken.Runs()).Single());
                return await broken.Found(other) == await smooth.Found(one) && one.Policies == other.Policies;
            });

    [Law]
    public Property A_run_cancelled_while_it_decides_leaves_nothing_and_one_that_tells_cannot_be() =>
        Law.ForAll(from before in RunGenerators.Lives(16) from asked in RunGenerators.Asked from at in Gen.Choose(1, 14) select (before, asked, at), async drawn =>
        {
            var bank = new Bank();
            await bank.Happen(drawn.before);
            var feed = (await bank.Feed()).Count;
            var id = await bank.Ask(drawn.asked);
            Cancelling? ended = null;
            var breaking = new BreakingStore(bank.Store, drawn.at, async () =>
            {
                do
                {
                    ended = await bank.Archive.Cancel(id, new Precondition.MustExist(Option<Arr<string>>.None), DateTime.UnixEpoch, default);
                }
                while (ended is Cancelling.Done(var write) && await bank.Store.Commit([write], default) is not null);

                return Breaking.Never;
            });
            await bank.Work(breaking).Next(default);
            await bank.Finish();
            var run = (await bank.Runs()).Single(one => one.Id == id);
            var found = await bank.Found(run);
            return ended is Cancelling.Done
                ? run is { State: RunState.Cancelled, Phase: RunPhase.Ended } && found.IsEmpty && (await bank.Feed()).Count == feed
                : run.Phase == RunPhase.Finished && found == await bank.Meant(run) && ended is null == !breaking.Broke && ended is null or Cancelling.TooLate;
        });

    [Law(200)]
    public Property Transitions_are_the_difference_from_the_run_before() =>
        Law.ForAll(RunGenerators.Lives(24), async life =>
        {
            var bank = new Bank();
            await bank.Happen(life);
            var runs = await bank.Runs();
            foreach (var run in runs)
            {
                var now = await bank.Found(run);
                for (var place = 0; place < run.Policies.Count; place++)
                {
                    var policy = run.Policies[place].Policy;
                    var before = runs.Where(other => string.CompareOrdinal(other.Id, run.Id) < 0 && other.AsOf <= run.AsOf && other.PlaceOf(policy.Id).IsSome).OrderBy(other => other.AsOf).ThenBy(other => other.Id, StringComparer.Ordinal).LastOrDefault();
                    if (run.Policies[place].Previous.Map(one => one.Run) != (before is null ? Option<string>.None : Prelude.Some(before.Id)) || (before is null ? run.Policies[place].Matrix.IsSome : !Same(run.Policies[place].Matrix, Difference(await bank.Found(before), before, now, run, policy.Id))))
                    {
                        return false;
                    }
                }
            }

            return true;
        });

    [Law(200)]
    public Property The_feed_leads_from_the_first_run_of_a_policy_to_the_one_in_force() =>
        Law.ForAll(RunGenerators.Lives(24), async life =>
        {
            var bank = new Bank();
            await bank.Happen(life);
            var (runs, followed) = (await bank.Runs(), new Dictionary<(PolicyId, string), RunPlacement>());
            foreach (var (_, line) in await bank.Feed())
            {
                if (line.Change.Case is not PlacementChange change)
                {
                    foreach (var (customer, answer) in Answers(await bank.Found(runs.Single(run => run.Id == line.Run)), runs.Single(run => run.Id == line.Run), line.Policy))
                    {
                        followed.Add((line.Policy, customer), answer);
                    }

                    continue;
                }

                var known = followed.TryGetValue((line.Policy, change.Customer), out var old) ? Prelude.Some(old) : Option<RunPlacement>.None;
                if (known != change.Old || change.Old == change.Now)
                {
                    return false;
                }

                followed.Remove((line.Policy, change.Customer));
                change.Now.IfSome(now => followed.Add((line.Policy, change.Customer), now));
            }

            var meant = new Dictionary<(PolicyId, string), RunPlacement>();
            foreach (var policy in runs.SelectMany(run => run.Versions).Select(version => version.Id).Distinct())
            {
                var latest = await bank.Archive.InForce(policy, default);
                foreach (var (customer, answer) in Answers(await bank.Found(latest!), latest!, policy))
                {
                    meant.Add((policy, customer), answer);
                }
            }

            return followed.Count == meant.Count && meant.All(one => followed.TryGetValue(one.Key, out var answer) && answer == one.Value);
        });

    [Law(200)]
    public Property A_list_by_class_is_the_decisions_filtered_whatever_the_pages() =>
        Law.ForAll(
            from life in RunGenerators.Writing(20) from asked in RunGenerators.Asked from later in RunGenerators.Writing(5) from limit in Gen.Choose(1, 4) from unit in Gen.Choose(0, 3) select (life, asked, later, limit, unit),
            async drawn =>
            {
                var bank = new Bank();
                await bank.Happen([.. drawn.life, drawn.asked, .. drawn.later]);
                var run = (await bank.Runs()).Single();
                var (found, customers) = (await bank.Found(run), new ClassifiedCustomers(new CustomerStore(bank.Store, FactCatalogue.Shipped), bank.Archive, FactCatalogue.Shipped));
                var (outlet, manager) = (drawn.unit is 1 or 3 ? "OUT-001" : null, drawn.unit is 2 or 3 ? "M-1" : null);
                for (var number = 0; number < run.Versions[0].Answers; number++)
                {
                    var (listed, meant, filter) = (new List<string>(), new List<string>(), new PlacementFilter(0, number, number));
                    for (string? after = ""; after is not null;)
                    {
                        var (shown, next) = await customers.Page(AccessScope.Bank, run, filter, outlet, manager, after, drawn.limit, default);
                        listed.AddRange(shown.Select(one => one.Record.Id.Value));
                        after = next;
                    }

                    foreach (var customer in found.Where(one => run.Versions[0].NumberOf(one.Verdicts[0]) == number))
                    {
                        if (await bank.Customers.Find(customer.Id, null, null, default) is { Record: var record } && (outlet is null || record.Outlet == outlet) && (manager is null || record.Manager == manager))
                        {
                            meant.Add(customer.Id);
                        }
                    }

                    if (!listed.SequenceEqual(meant))
                    {
                        return false;
                    }
                }

                return true;
            });

    [Law(60)]
    public Property A_decider_remembers_nothing_wrong() =>
        Law.ForAll(from records in Http.Portfolios.Many(40) from most in Gen.Elements(0, 3, 1_000) select (records, most), drawn =>
        {
            var (asOf, policies) = (new DateOnly(2026, 11, 20), Bank.Book.Policies);
            var decider = new RunDecider(policies.Map(RunBasis (policy) => new RunBasis.Single(policy)), asOf, drawn.most);
            return drawn.records.Concat(drawn.records).All(record =>
                decider.Decide(record.Id.Value, record.Customer) == policies.Map(policy => RunVerdict.Of(policy.Policy, record.Customer.By(policy, asOf, ask: false).Outcome)));
        });

    private static IEnumerable<(string Customer, RunPlacement Answer)> Answers(Arr<DecidedCustomer> found, Run run, PolicyId policy)
    {
        var place = run.PlaceOf(policy).IfNone(-1);
        return found.Select(customer => (customer.Id, run.Versions[place].AnswerOf(run.Versions[place].NumberOf(customer.Verdicts[place]))));
    }

    /// <summary>The difference of two runs as it is meant, customer by customer.</summary>
    private static HashMap<(Option<RunPlacement>, Option<RunPlacement>), RunSum> Difference(Arr<DecidedCustomer> before, Run old, Arr<DecidedCustomer> after, Run now, PolicyId policy)
    {
        var (was, turned) = (Answers(before, old, policy).ToDictionary(one => one.Customer, one => one.Answer), Answers(after, now, policy).ToDictionary(one => one.Customer, one => one.Answer));
        return was.Keys.Union(turned.Keys).Aggregate(HashMap<(Option<RunPlacement>, Option<RunPlacement>), RunSum>.Empty, (all, customer) =>
        {
            var assets = (after.Find(one => one.Id == customer) || before.Find(one => one.Id == customer)).Bind(one => one.Assets);
            var way = (Of(was, customer), Of(turned, customer));
            return all.AddOrUpdate(way, sum => sum + RunSum.Of(assets), RunSum.Of(assets));
        });

        static Option<RunPlacement> Of(Dictionary<string, RunPlacement> answers, string customer) => answers.TryGetValue(customer, out var answer) ? Prelude.Some(answer) : Option<RunPlacement>.None;
    }

    private static bool Same(Option<RunMatrix> matrix, HashMap<(Option<RunPlacement>, Option<RunPlacement>), RunSum> meant) =>
        matrix.Exists(known => known.Transitions.Count == meant.Count && known.Transitions.ForAll(one => meant.Find((one.Old, one.Now)) == one.Sum));
}
