"""The French Revolution: Why it came to a revolution. Made from french_revolution.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("paper")

people = L(5, 15, 980)  # french_revolution.c2v:12


class Causes(Lesson):  # french_revolution.c2v:9
    title = "Why it came to a revolution"
    layout = "notes"
    beats = (
        Beat("estates", "Nearly everyone, and one vote of three", color="blue"),  # french_revolution.c2v:33
        Beat("debts", "A state that lives on credit", color="red"),  # french_revolution.c2v:44
        Beat("bread", "And bread has become dear", color="gold"),  # french_revolution.c2v:51
    )

    def declare(self, o, p):
        p.voting = 0  # french_revolution.c2v:11
        p.bread = 0.5  # french_revolution.c2v:14
        o.estates = (  # french_revolution.c2v:17
            bars(
                lambda: L(*(mix(people[k], 333.3333333333333, p.voting) for k in span(0, 2))),
                labels=L("clergy", "nobles", "third estate"),
                max=1000,
            )
            .fit("B1:F6")
            .sweep(voting=(1,))
            .style(color="blue")
        )
        o.of_people = text("of a thousand people").fit("A1:A6").style(size=44)  # french_revolution.c2v:21
        o.of_votes = text("of a thousand votes").fit("A1:A6").style(size=44, color="red")  # french_revolution.c2v:22
        o.spending = text("what the state spends, 1788").fit("A1:A6").style(size=44)  # french_revolution.c2v:24
        o.budget = (  # french_revolution.c2v:25
            pie(L(50, 26, 6, 18), labels=L("interest", "army", "court", "other"))
            .fit("B1:F6")
        )
        o.wheat = icon("wheat").fit("B3:C4").style(color="gold")  # french_revolution.c2v:27
        o.wage = rect(w=6, h=0.8).at(P(0, -0.9)).style(color="gray")  # french_revolution.c2v:28
        o.spent = (  # french_revolution.c2v:29
            rect(P(-3, -1.3), lambda: P(6 * p.bread - 3, -0.5))
            .style(stroke=(None, None), fill=("gold", 0.7))
        )
        o.price = (  # french_revolution.c2v:30
            text(lambda: show(100 * p.bread, ".0") + " % of the wage is spent on bread")
            .fit("F1:F6")
            .sweep(bread=(0.88,))
            .style(size=44)
        )

    def beat_estates(self, o, p):
        self.add_subcaption(  # french_revolution.c2v:34
            "France in 1789. The clergy and the nobles are twenty people in a thousand. All the others are the third estate. But when the estates meet, each of the three has one vote. So twenty outvote nine hundred and eighty.",
            duration=16,
        )
        self.play(Write(o.of_people))  # french_revolution.c2v:35
        self.play(Grow(o.estates.item(0), o.estates.item(1)))  # french_revolution.c2v:36
        self.wait(4.4)
        self.play(Grow(o.estates.item(2)))  # french_revolution.c2v:37
        self.wait(5)
        self.play(Hide(o.of_people, run_time=0.5))  # french_revolution.c2v:39
        self.play(Write(o.of_votes, run_time=0.5))  # french_revolution.c2v:40
        self.play(Set(voting=1, run_time=3))  # french_revolution.c2v:41

    def beat_debts(self, o, p):
        self.add_subcaption(  # french_revolution.c2v:45
            "The state is all but bankrupt. It has paid for its wars with borrowed money. Now half of all it spends is interest on its debts.",
            duration=10.4,
        )
        self.play(Clear())  # french_revolution.c2v:46
        self.play(Write(o.spending))  # french_revolution.c2v:47
        self.play(Draw(o.budget, run_time=2))  # french_revolution.c2v:48
        self.wait(2.4)
        self.play(Highlight(o.budget.part("slice", 0)))  # french_revolution.c2v:49
        self.wait(3)

    def beat_bread(self, o, p):
        self.add_subcaption(  # french_revolution.c2v:52
            "Then, in 1788, hail and drought spoil the harvest. Before, a labourer in Paris spent about half of his wage on bread. By the next summer it is nearly nine tenths. Injustice, debts and hunger: so the year 1789 begins.",
            duration=16,
        )
        self.play(Clear())  # french_revolution.c2v:53
        self.play(Draw(o.wheat))  # french_revolution.c2v:54
        self.play(Draw(o.wage))  # french_revolution.c2v:55
        self.play(Grow(o.spent))  # french_revolution.c2v:56
        self.play(Write(o.price))  # french_revolution.c2v:57
        self.wait(4.6)
        self.play(Set(bread=0.88, run_time=3))  # french_revolution.c2v:58
        self.wait(3.4)


"""The French Revolution: 1789: the old order falls. Made from french_revolution.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("paper")


class Year(Lesson):  # french_revolution.c2v:70
    title = "1789: the old order falls"
    layout = "wide"
    beats = (
        Beat("may"),  # french_revolution.c2v:82
        Beat("june"),  # french_revolution.c2v:87
        Beat("july"),  # french_revolution.c2v:91
        Beat("august"),  # french_revolution.c2v:96
        Beat("october"),  # french_revolution.c2v:101
    )

    def declare(self, o, p):
        o.days = (  # french_revolution.c2v:72
            timeline(
                L(L("5 May 1789", "Estates General"), L("17 June 1789", "National Assembly"), L("14 July 1789", "Bastille"), L("4 August 1789", "end of privileges"), L("26 August 1789", "Rights of Man"), L("5 October 1789", "march to Versailles")),
            )
            .fit("A1:D6")
        )
        o.note = text("The king needs new taxes.").fit("E1:E6").style(size=48, color="red")  # french_revolution.c2v:79

    def beat_may(self, o, p):
        self.add_subcaption(  # french_revolution.c2v:83
            "The king needs new taxes. So he calls the Estates General, for the first time since 1614.",
            duration=6.8,
        )
        self.play(Write(o.note))  # french_revolution.c2v:84
        self.play(Show(o.days.item(0)))  # french_revolution.c2v:85
        self.wait(4.8)

    def beat_june(self, o, p):
        self.add_subcaption(  # french_revolution.c2v:88
            "The third estate will not be outvoted again. “We are the nation,” it declares, and becomes the National Assembly.",
            duration=7.6,
        )
        self.play(
            Show(o.days.item(1)),  # french_revolution.c2v:65
            Rewrite(o.note, text="“We are the nation.”"),  # french_revolution.c2v:66
        )
        self.wait(6.6)

    def beat_july(self, o, p):
        self.add_subcaption(  # french_revolution.c2v:92
            "The king calls in troops. Paris fears an attack, looks for gunpowder, and storms a royal fortress: the Bastille.",
            duration=7.6,
        )
        self.play(
            Show(o.days.item(2)),  # french_revolution.c2v:65
            Rewrite(o.note, text="Paris arms itself."),  # french_revolution.c2v:66
        )
        self.play(Flash(o.days.item(2)))  # french_revolution.c2v:94
        self.wait(5.6)

    def beat_august(self, o, p):
        self.add_subcaption(  # french_revolution.c2v:97
            "In the villages, peasants burn the papers that say what they owe to their lords. In one night, the Assembly gives up all these privileges. Three weeks later it declares: all are born free, with equal rights.",
            duration=14.8,
        )
        self.play(
            Show(o.days.item(3)),  # french_revolution.c2v:65
            Rewrite(o.note, text="No more dues, no more tithes."),  # french_revolution.c2v:66
        )
        self.wait(13)
        self.play(
            Show(o.days.item(4)),  # french_revolution.c2v:65
            Rewrite(o.note, text="Born free, with equal rights."),  # french_revolution.c2v:66
        )

    def beat_october(self, o, p):
        self.add_subcaption(  # french_revolution.c2v:102
            "In October, thousands of women march to Versailles for bread. They bring back the king himself: he has to live in Paris now, among his people.",
            duration=10.4,
        )
        self.play(
            Show(o.days.item(5)),  # french_revolution.c2v:65
            Rewrite(o.note, text="The king has to move to Paris."),  # french_revolution.c2v:66
        )
        self.wait(9.4)


"""The French Revolution: The ten years after. Made from french_revolution.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("paper")


class Decade(Lesson):  # french_revolution.c2v:107
    title = "The ten years after"
    layout = "wide"
    beats = (
        Beat("king"),  # french_revolution.c2v:119
        Beat("terror"),  # french_revolution.c2v:128
        Beat("general"),  # french_revolution.c2v:132
    )

    def declare(self, o, p):
        o.years = (  # french_revolution.c2v:109
            timeline(
                L(L("1789", "Bastille"), L("September 1791", "constitution"), L("September 1792", "republic"), L("January 1793", "the king dies"), L("July 1794", "end of the Terror"), L("November 1799", "Napoleon")),
            )
            .fit("A1:D6")
        )
        o.note = text("A king who obeys the law").fit("E1:E6").style(size=48, color="red")  # french_revolution.c2v:116

    def beat_king(self, o, p):
        self.add_subcaption(  # french_revolution.c2v:120
            "Two years later, France has a constitution, and a king who must obey it. But he tries to flee, and a war begins. In 1792 France becomes a republic, and in January the king is beheaded.",
            duration=14.4,
        )
        self.play(Show(o.years.item(0), o.years.item(1), stagger=0.5))  # french_revolution.c2v:121
        self.play(Write(o.note))  # french_revolution.c2v:122
        self.wait(8.7)
        self.play(
            Show(o.years.item(2)),  # french_revolution.c2v:65
            Rewrite(o.note, text="A state without a king"),  # french_revolution.c2v:66
        )
        self.play(
            Show(o.years.item(3)),  # french_revolution.c2v:65
            Rewrite(o.note, text="Louis XVI dies under the guillotine."),  # french_revolution.c2v:66
        )
        self.wait(1.2)

    def beat_terror(self, o, p):
        self.add_subcaption(  # french_revolution.c2v:129
            "Enemies outside, rebels inside: the government answers with terror. In little more than a year, courts send some seventeen thousand people to their death, and at last Robespierre too.",
            duration=11.6,
        )
        self.wait(11.2)
        self.play(
            Show(o.years.item(4)),  # french_revolution.c2v:65
            Rewrite(o.note, text="Robespierre falls, and the Terror ends."),  # french_revolution.c2v:66
        )

    def beat_general(self, o, p):
        self.add_subcaption(  # french_revolution.c2v:133
            "Five weak years follow. Then a young general takes power. His name is Napoleon.",
            duration=5.6,
        )
        self.play(
            Show(o.years.item(5)),  # french_revolution.c2v:65
            Rewrite(o.note, text="A general takes power."),  # french_revolution.c2v:66
        )
        self.wait(4.6)


"""The French Revolution: What it changed. Made from french_revolution.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("paper")


class Change(Lesson):  # french_revolution.c2v:138
    title = "What it changed"
    layout = "wide"
    beats = (
        Beat("names", "before and after"),  # comparison.c2v:49
        Beat("pair_0", "Point 1"),  # comparison.c2v:58
        Beat("pair_1", "Point 2"),  # comparison.c2v:58
        Beat("pair_2", "Point 3"),  # comparison.c2v:58
        Beat("verdict", "Not yet for women. But the idea stayed.", color="green"),  # comparison.c2v:70
    )

    def declare(self, o, p):
        o.name = family()
        o.name[0] = text("before").fit("A1:A3").style(size=60, bold=True, color="blue")  # comparison.c2v:30
        o.rule = family()
        o.rule[0] = line(P(-5.9, 1.95), P(-0.3, 1.95)).style(stroke=("blue", 4))  # comparison.c2v:33
        o.name[1] = text("after").fit("A4:A6").style(size=60, bold=True, color="gold")  # comparison.c2v:30
        o.rule[1] = line(P(0.3, 1.95), P(5.9, 1.95)).style(stroke=("gold", 4))  # comparison.c2v:33
        o.wall = line(P(0, 2.8), P(0, -1.9)).style(stroke=("gray", 2))  # comparison.c2v:35
        o.left_slot = family()
        o.left_slot[0] = rect(w=5.6, h=1.08).at(P(-3.1, 1.1))  # comparison.c2v:37
        o.left_point = family()
        o.left_point[0] = text("born into an estate").inside(o.left_slot[0]).style(size=46)  # comparison.c2v:38
        o.left_slot[1] = rect(w=5.6, h=1.08).at(P(-3.1, -0.1))  # comparison.c2v:37
        o.left_point[1] = (  # comparison.c2v:38
            text("the king makes the laws")
            .inside(o.left_slot[1])
            .style(size=46)
        )
        o.left_slot[2] = rect(w=5.6, h=1.08).at(P(-3.1, -1.3))  # comparison.c2v:37
        o.left_point[2] = text("dues to the lord").inside(o.left_slot[2]).style(size=46)  # comparison.c2v:38
        o.right_slot = family()
        o.right_slot[0] = rect(w=5.6, h=1.08).at(P(3.1, 1.1))  # comparison.c2v:41
        o.right_point = family()
        o.right_point[0] = (  # comparison.c2v:42
            text("equal before the law")
            .inside(o.right_slot[0])
            .style(size=46)
        )
        o.right_slot[1] = rect(w=5.6, h=1.08).at(P(3.1, -0.1))  # comparison.c2v:41
        o.right_point[1] = (  # comparison.c2v:42
            text("the nation makes the laws")
            .inside(o.right_slot[1])
            .style(size=46)
        )
        o.right_slot[2] = rect(w=5.6, h=1.08).at(P(3.1, -1.3))  # comparison.c2v:41
        o.right_point[2] = (  # comparison.c2v:42
            text("peasants own their land")
            .inside(o.right_slot[2])
            .style(size=46)
        )
        o.sentence = family()
        o.sentence[0] = (  # comparison.c2v:45
            text("Not yet for women. But the idea stayed.")
            .fit("F1:F6")
            .style(size=50, color="green")
        )

    def beat_names(self, o, p):
        self.add_subcaption("before, and after.", duration=1.2)  # comparison.c2v:50
        self.play(
            Write(*o.name, stagger=0.3),  # comparison.c2v:52
            Draw(*o.rule, stagger=0.3),  # comparison.c2v:53
            Draw(o.wall),  # comparison.c2v:54
        )

    def beat_pair_0(self, o, p):
        self.add_subcaption("What remained? The same law now held for all.", duration=3.6)  # comparison.c2v:59
        self.play(Write(o.left_point[0]))  # comparison.c2v:61
        self.play(Write(o.right_point[0]))  # comparison.c2v:64
        self.wait(1.6)

    def beat_pair_1(self, o, p):
        self.add_subcaption(  # comparison.c2v:59
            "Laws were made in the name of the nation, no longer of the king.",
            duration=5.6,
        )
        self.play(Write(o.left_point[1]))  # comparison.c2v:61
        self.play(Write(o.right_point[1]))  # comparison.c2v:64
        self.wait(3.6)

    def beat_pair_2(self, o, p):
        self.add_subcaption("Many peasants owned the land they worked on.", duration=3.2)  # comparison.c2v:59
        self.play(Write(o.left_point[2]))  # comparison.c2v:61
        self.play(Write(o.right_point[2]))  # comparison.c2v:64
        self.wait(1.5)

    def beat_verdict(self, o, p):
        self.add_subcaption(  # comparison.c2v:71
            "Women were still left out. But the idea of equal rights never went away.",
            duration=5.6,
        )
        self.play(Write(o.sentence[0]))  # comparison.c2v:72
        self.wait(4.6)
