"""The water cycle: The long journey of a drop. Made from water_cycle.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("paper")


def way(trips, k, n):  # water_cycle.c2v:12
    return (trips + k / n) % 1


class Picture(Lesson):  # water_cycle.c2v:7
    title = "The long journey of a drop"
    layout = "wide"
    beats = (
        Beat("water"),  # water_cycle.c2v:57
        Beat("rise"),  # water_cycle.c2v:63
        Beat("cloud"),  # water_cycle.c2v:75
        Beat("rain"),  # water_cycle.c2v:92
        Beat("back"),  # water_cycle.c2v:103
        Beat("again"),  # water_cycle.c2v:123
    )

    def declare(self, o, p):
        p.rising = 0  # water_cycle.c2v:9
        p.falling = 0  # water_cycle.c2v:10
        p.drift = 0  # water_cycle.c2v:11

        @kept  # water_cycle.c2v:13
        def cloud_x():
            return mix(-3.9, 3.3, p.drift)

        o.sky = (  # water_cycle.c2v:16
            rect(P(-6, -2.9), P(6, 2.9))
            .style(stroke=(None, None), fill=("light_blue", 0.35))
        )
        o.sea = (  # water_cycle.c2v:17
            polygon(P(-6, -1.5), P(-1.6, -1.5), P(-2.4, -2.9), P(-6, -2.9))
            .style(stroke=(None, None), fill=("blue", 0.6))
        )
        o.land = (  # water_cycle.c2v:18
            polygon(P(-1.6, -1.5), P(0.2, -1.15), P(6, -1.15), P(6, -2.9), P(-2.4, -2.9))
            .style(stroke=(None, None), fill=("brown", 0.6))
        )
        o.mountains = (  # water_cycle.c2v:21
            polygon(
                P(0.4, -1.15),
                P(2.2, 0.8),
                P(3.1, 0),
                P(4.2, 1.2),
                P(6, -0.6),
                P(6, -1.15),
            )
            .style(stroke=(None, None), fill=("gray", 0.6))
        )
        o.snow = (  # water_cycle.c2v:24
            polygon(P(3.65, 0.6), P(4.2, 1.2), P(4.8, 0.6), P(4.4, 0.72), P(4.1, 0.5))
            .style(stroke=(None, None), fill=("white", 1))
        )
        o.river = (  # water_cycle.c2v:27
            path(
                P(3.2, -0.1),
                P(3, -0.5),
                P(2.5, -0.8),
                P(1.9, -1.1),
                P(1.2, -1.3),
                P(0.4, -1.35),
                P(-0.5, -1.4),
                P(-1.6, -1.55),
            )
            .style(stroke=("blue", 6))
        )
        o.stream = (  # water_cycle.c2v:31
            path(
                P(3.6, -1.3),
                P(3.2, -1.8),
                P(2.4, -2.1),
                P(1.4, -2.25),
                P(0.2, -2.2),
                P(-0.8, -2.15),
                P(-2, -2.25),
            )
            .style(stroke=("blue", 4), dashed=True)
        )
        o.sun = icon("sun").at(P(0.8, 2)).style(color="gold", fill=("gold", 1), scale=1.3)  # water_cycle.c2v:34
        o.vapour = family()
        o.vapour[0] = (  # water_cycle.c2v:36
            circle(r=0.09)
            .at(lambda: P(-5.7, mix(-1.4, 1.6, way(p.rising, 0, 8))))
            .sweep(rising=(2, 2.7, 6))
            .style(
                stroke=(None, None),
                fill=("blue", lambda: 0.8 * sin(pi * way(p.rising, 0, 8))),
            )
        )
        o.vapour[1] = (  # water_cycle.c2v:36
            circle(r=0.09)
            .at(lambda: P(-5.28, mix(-1.4, 1.6, way(p.rising, 3, 8))))
            .sweep(rising=(2, 2.7, 6))
            .style(
                stroke=(None, None),
                fill=("blue", lambda: 0.8 * sin(pi * way(p.rising, 3, 8))),
            )
        )
        o.vapour[2] = (  # water_cycle.c2v:36
            circle(r=0.09)
            .at(lambda: P(-4.86, mix(-1.4, 1.6, way(p.rising, 6, 8))))
            .sweep(rising=(2, 2.7, 6))
            .style(
                stroke=(None, None),
                fill=("blue", lambda: 0.8 * sin(pi * way(p.rising, 6, 8))),
            )
        )
        o.vapour[3] = (  # water_cycle.c2v:36
            circle(r=0.09)
            .at(lambda: P(-4.44, mix(-1.4, 1.6, way(p.rising, 9, 8))))
            .sweep(rising=(2, 2.7, 6))
            .style(
                stroke=(None, None),
                fill=("blue", lambda: 0.8 * sin(pi * way(p.rising, 9, 8))),
            )
        )
        o.vapour[4] = (  # water_cycle.c2v:36
            circle(r=0.09)
            .at(lambda: P(-4.0200000000000005, mix(-1.4, 1.6, way(p.rising, 12, 8))))
            .sweep(rising=(2, 2.7, 6))
            .style(
                stroke=(None, None),
                fill=("blue", lambda: 0.8 * sin(pi * way(p.rising, 12, 8))),
            )
        )
        o.vapour[5] = (  # water_cycle.c2v:36
            circle(r=0.09)
            .at(lambda: P(-3.6, mix(-1.4, 1.6, way(p.rising, 15, 8))))
            .sweep(rising=(2, 2.7, 6))
            .style(
                stroke=(None, None),
                fill=("blue", lambda: 0.8 * sin(pi * way(p.rising, 15, 8))),
            )
        )
        o.vapour[6] = (  # water_cycle.c2v:36
            circle(r=0.09)
            .at(lambda: P(-3.18, mix(-1.4, 1.6, way(p.rising, 18, 8))))
            .sweep(rising=(2, 2.7, 6))
            .style(
                stroke=(None, None),
                fill=("blue", lambda: 0.8 * sin(pi * way(p.rising, 18, 8))),
            )
        )
        o.vapour[7] = (  # water_cycle.c2v:36
            circle(r=0.09)
            .at(lambda: P(-2.7600000000000002, mix(-1.4, 1.6, way(p.rising, 21, 8))))
            .sweep(rising=(2, 2.7, 6))
            .style(
                stroke=(None, None),
                fill=("blue", lambda: 0.8 * sin(pi * way(p.rising, 21, 8))),
            )
        )
        o.rain = family()
        o.rain[0] = (  # water_cycle.c2v:41
            line(
                lambda: P(2.35, mix(1.6, -0.7, way(p.falling, 0, 8))),
                lambda: P(2.3, mix(1.35, -0.95, way(p.falling, 0, 8))),
            )
            .style(stroke=("blue", 4))
        )
        o.rain[1] = (  # water_cycle.c2v:41
            line(
                lambda: P(2.63, mix(1.6, -0.7, way(p.falling, 3, 8))),
                lambda: P(2.58, mix(1.35, -0.95, way(p.falling, 3, 8))),
            )
            .style(stroke=("blue", 4))
        )
        o.rain[2] = (  # water_cycle.c2v:41
            line(
                lambda: P(2.91, mix(1.6, -0.7, way(p.falling, 6, 8))),
                lambda: P(2.86, mix(1.35, -0.95, way(p.falling, 6, 8))),
            )
            .style(stroke=("blue", 4))
        )
        o.rain[3] = (  # water_cycle.c2v:41
            line(
                lambda: P(3.1900000000000004, mix(1.6, -0.7, way(p.falling, 9, 8))),
                lambda: P(3.1399999999999997, mix(1.35, -0.95, way(p.falling, 9, 8))),
            )
            .style(stroke=("blue", 4))
        )
        o.rain[4] = (  # water_cycle.c2v:41
            line(
                lambda: P(3.47, mix(1.6, -0.7, way(p.falling, 12, 8))),
                lambda: P(3.42, mix(1.35, -0.95, way(p.falling, 12, 8))),
            )
            .style(stroke=("blue", 4))
        )
        o.rain[5] = (  # water_cycle.c2v:41
            line(
                lambda: P(3.75, mix(1.6, -0.7, way(p.falling, 15, 8))),
                lambda: P(3.7, mix(1.35, -0.95, way(p.falling, 15, 8))),
            )
            .style(stroke=("blue", 4))
        )
        o.rain[6] = (  # water_cycle.c2v:41
            line(
                lambda: P(4.03, mix(1.6, -0.7, way(p.falling, 18, 8))),
                lambda: P(3.98, mix(1.35, -0.95, way(p.falling, 18, 8))),
            )
            .style(stroke=("blue", 4))
        )
        o.rain[7] = (  # water_cycle.c2v:41
            line(
                lambda: P(4.3100000000000005, mix(1.6, -0.7, way(p.falling, 21, 8))),
                lambda: P(4.26, mix(1.35, -0.95, way(p.falling, 21, 8))),
            )
            .style(stroke=("blue", 4))
        )
        o.cloud = (  # water_cycle.c2v:46
            icon("cloud")
            .at(lambda: P(cloud_x(), 2.1))
            .sweep(drift=(1,))
            .style(stroke=("gray", 3), fill=("light_gray", 1), scale=2)
        )
        o.next_cloud = (  # water_cycle.c2v:47
            icon("cloud")
            .at(P(-3.9, 2.1))
            .style(stroke=("gray", 3), fill=("light_gray", 1), scale=2)
        )
        o.drop = (  # water_cycle.c2v:48
            icon("droplet")
            .at(P(-3.9, -2.1))
            .style(stroke=("white", 3), fill=("blue", 1), scale=0.5)
        )
        o.rise_name = text("evaporation").at(P(-0.9, -0.5)).style(size=38)  # water_cycle.c2v:50
        o.cloud_name = text("condensation").at(P(-1.5, 1.1)).style(size=38)  # water_cycle.c2v:51
        o.rain_name = text("rain and snow").at(P(0.5, 0.5)).style(size=38)  # water_cycle.c2v:52
        o.river_name = text("rivers").at(P(0.5, -1.7)).style(size=34)  # water_cycle.c2v:53
        o.ground_name = text("groundwater").at(P(0.9, -2.6)).style(size=34)  # water_cycle.c2v:54

    def beat_water(self, o, p):
        self.add_subcaption(  # water_cycle.c2v:58
            "The water in your glass is older than the dinosaurs. It has been in the sea, up in the sky and deep inside mountains. Let us go along with one drop.",
            duration=12.4,
        )
        self.play(Show(o.sky))  # water_cycle.c2v:59
        self.play(Show(o.sea, o.land, o.mountains, o.snow, stagger=0.3))  # water_cycle.c2v:60
        self.wait(9.1)
        self.play(Pop(o.drop))  # water_cycle.c2v:61

    def beat_rise(self, o, p):
        self.add_subcaption(  # water_cycle.c2v:64
            "We begin in the sea. The sun warms the water, and some of it rises into the air, as a gas that nobody can see. This is called evaporation. The salt stays behind.",
            duration=13.2,
        )
        self.wait(2.4)
        self.play(Draw(o.sun))  # water_cycle.c2v:65
        self.wait(2.2)
        self.play(Add(*o.vapour, run_time=0))  # water_cycle.c2v:67
        self.play(
            Write(o.rise_name),  # water_cycle.c2v:71
            Set(rising=2, run_time=7, ease="linear"),  # water_cycle.c2v:69
            Move(o.drop, to=P(-3.9, 2), run_time=4),  # water_cycle.c2v:70
        )
        self.wait(0.6)

    def beat_cloud(self, o, p):
        self.add_subcaption(  # water_cycle.c2v:76
            "High up it is cold. The gas turns back into tiny droplets, so light that they float: a cloud. This is called condensation. Then the wind carries the cloud over the land.",
            duration=12.8,
        )
        self.wait(7.2)
        self.play(
            Show(o.cloud),  # water_cycle.c2v:79
            Write(o.cloud_name),  # water_cycle.c2v:80
            Set(rising=2.7, run_time=2, ease="linear"),  # water_cycle.c2v:81
        )
        self.wait(0.8)
        self.play(
            Set(drift=1, run_time=4),  # water_cycle.c2v:86
            Move(o.drop, to=P(3.3, 2), run_time=4),  # water_cycle.c2v:87
            Hide(*o.vapour),  # water_cycle.c2v:88
        )

    def beat_rain(self, o, p):
        self.add_subcaption(  # water_cycle.c2v:93
            "At the mountains the cloud must climb, and it gets colder still. The droplets join, grow heavy and fall: as rain, or up here as snow.",
            duration=10.4,
        )
        self.wait(7.2)
        self.play(Add(*o.rain, run_time=0))  # water_cycle.c2v:95
        self.play(
            Write(o.rain_name),  # water_cycle.c2v:99
            Set(falling=2.5, run_time=5, ease="linear"),  # water_cycle.c2v:97
            Move(o.drop, to=P(3.2, -0.1), run_time=2, ease="in"),  # water_cycle.c2v:98
        )

    def beat_back(self, o, p):
        self.add_subcaption(  # water_cycle.c2v:104
            "Some of the water runs down in streams and rivers. Some seeps into the ground, and we can pump it up from wells. But sooner or later all of it comes back to the sea.",
            duration=14,
        )
        self.play(Hide(*o.rain, run_time=0.5))  # water_cycle.c2v:105
        self.wait(3.1)
        self.play(
            Draw(o.river, run_time=2),  # water_cycle.c2v:108
            Write(o.river_name),  # water_cycle.c2v:109
        )
        self.play(
            Draw(o.stream, run_time=2),  # water_cycle.c2v:114
            Write(o.ground_name),  # water_cycle.c2v:115
        )
        self.wait(6)
        self.play(Move(o.drop, along=o.river, run_time=4))  # water_cycle.c2v:119
        self.play(Move(o.drop, to=P(-3.9, -2.1)))  # water_cycle.c2v:120

    def beat_again(self, o, p):
        self.add_subcaption(  # water_cycle.c2v:124
            "And there it begins anew. It is the sun that keeps this wheel turning, day after day, for four thousand million years.",
            duration=8.8,
        )
        self.play(Add(*o.vapour, *o.rain, run_time=0))  # water_cycle.c2v:125
        self.play(
            Show(o.next_cloud, run_time=3),  # water_cycle.c2v:127
            Set(rising=6, run_time=8, ease="linear"),  # water_cycle.c2v:128
            Set(falling=6, run_time=8, ease="linear"),  # water_cycle.c2v:129
            Pulse(o.river, run_time=4),  # water_cycle.c2v:130
            Pulse(o.stream, run_time=4),  # water_cycle.c2v:131
            Pulse(o.sun, run_time=4),  # water_cycle.c2v:132
        )
        self.wait(0.8)


"""The water cycle: How much of it can we drink?. Made from water_cycle.c2v by c2v."""

from c2v_dsl.stage import *

use_theme("paper")


class Hundred(Lesson):  # water_cycle.c2v:137
    title = "How much of it can we drink?"
    layout = "notes"
    beats = (
        Beat("all_water", "All water, in a hundred drops"),  # water_cycle.c2v:147
        Beat("salt", "Ninety-seven are salt water", color="blue"),  # water_cycle.c2v:151
        Beat("ice", "Two are frozen", color="teal"),  # water_cycle.c2v:156
        Beat("fresh", "One drop is left for us", color="green"),  # water_cycle.c2v:164
    )

    def declare(self, o, p):
        o.part = family()
        o.part[0] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(-3.4, 2.6))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[1] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(-2.65, 2.6))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[2] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(-1.9, 2.6))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[3] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(-1.15, 2.6))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[4] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(-0.4, 2.6))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[5] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(0.35, 2.6))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[6] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(1.1, 2.6))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[7] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(1.85, 2.6))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[8] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(2.6, 2.6))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[9] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(3.35, 2.6))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[10] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(-3.4, 2.13))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[11] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(-2.65, 2.13))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[12] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(-1.9, 2.13))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[13] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(-1.15, 2.13))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[14] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(-0.4, 2.13))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[15] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(0.35, 2.13))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[16] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(1.1, 2.13))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[17] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(1.85, 2.13))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[18] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(2.6, 2.13))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[19] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(3.35, 2.13))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[20] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(-3.4, 1.66))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[21] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(-2.65, 1.66))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[22] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(-1.9, 1.66))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[23] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(-1.15, 1.66))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[24] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(-0.4, 1.66))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[25] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(0.35, 1.66))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[26] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(1.1, 1.66))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[27] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(1.85, 1.66))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[28] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(2.6, 1.66))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[29] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(3.35, 1.66))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[30] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(-3.4, 1.19))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[31] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(-2.65, 1.19))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[32] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(-1.9, 1.19))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[33] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(-1.15, 1.19))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[34] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(-0.4, 1.19))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[35] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(0.35, 1.19))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[36] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(1.1, 1.19))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[37] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(1.85, 1.19))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[38] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(2.6, 1.19))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[39] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(3.35, 1.19))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[40] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(-3.4, 0.72))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[41] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(-2.65, 0.72))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[42] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(-1.9, 0.72))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[43] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(-1.15, 0.72))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[44] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(-0.4, 0.72))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[45] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(0.35, 0.72))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[46] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(1.1, 0.72))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[47] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(1.85, 0.72))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[48] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(2.6, 0.72))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[49] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(3.35, 0.72))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[50] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(-3.4, 0.25))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[51] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(-2.65, 0.25))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[52] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(-1.9, 0.25))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[53] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(-1.15, 0.25))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[54] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(-0.4, 0.25))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[55] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(0.35, 0.25))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[56] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(1.1, 0.25))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[57] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(1.85, 0.25))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[58] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(2.6, 0.25))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[59] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(3.35, 0.25))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[60] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(-3.4, -0.22))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[61] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(-2.65, -0.22))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[62] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(-1.9, -0.22))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[63] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(-1.15, -0.22))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[64] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(-0.4, -0.22))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[65] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(0.35, -0.22))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[66] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(1.1, -0.22))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[67] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(1.85, -0.22))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[68] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(2.6, -0.22))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[69] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(3.35, -0.22))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[70] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(-3.4, -0.69))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[71] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(-2.65, -0.69))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[72] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(-1.9, -0.69))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[73] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(-1.15, -0.69))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[74] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(-0.4, -0.69))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[75] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(0.35, -0.69))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[76] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(1.1, -0.69))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[77] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(1.85, -0.69))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[78] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(2.6, -0.69))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[79] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(3.35, -0.69))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[80] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(-3.4, -1.16))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[81] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(-2.65, -1.16))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[82] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(-1.9, -1.16))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[83] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(-1.15, -1.16))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[84] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(-0.4, -1.16))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[85] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(0.35, -1.16))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[86] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(1.1, -1.16))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[87] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(1.85, -1.16))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[88] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(2.6, -1.16))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[89] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(3.35, -1.16))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[90] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(-3.4, -1.63))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[91] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(-2.65, -1.63))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[92] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(-1.9, -1.63))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[93] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(-1.15, -1.63))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[94] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(-0.4, -1.63))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[95] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(0.35, -1.63))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[96] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(1.1, -1.63))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[97] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(1.85, -1.63))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[98] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(2.6, -1.63))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.part[99] = (  # water_cycle.c2v:140
            circle(r=0.18)
            .at(P(3.35, -1.63))
            .style(stroke=(None, None), fill=("gray", 0.5))
        )
        o.result = text("salt water: 97").fit("F1:F6").style(size=44, color="blue")  # water_cycle.c2v:144

    def beat_all_water(self, o, p):
        self.add_subcaption(  # water_cycle.c2v:148
            "Imagine all the water on earth as a hundred drops.",
            duration=4,
        )
        self.play(Pop(*o.part, stagger=0.0167))  # water_cycle.c2v:149
        self.wait(1.35)

    def beat_salt(self, o, p):
        self.add_subcaption(  # water_cycle.c2v:152
            "Ninety-seven of them are in the sea. That is salt water, and we cannot drink it.",
            duration=6.4,
        )
        self.play(  # water_cycle.c2v:153
            Fill(
                o.part[0],
                o.part[1],
                o.part[2],
                o.part[3],
                o.part[4],
                o.part[5],
                o.part[6],
                o.part[7],
                o.part[8],
                o.part[9],
                o.part[10],
                o.part[11],
                o.part[12],
                o.part[13],
                o.part[14],
                o.part[15],
                o.part[16],
                o.part[17],
                o.part[18],
                o.part[19],
                o.part[20],
                o.part[21],
                o.part[22],
                o.part[23],
                o.part[24],
                o.part[25],
                o.part[26],
                o.part[27],
                o.part[28],
                o.part[29],
                o.part[30],
                o.part[31],
                o.part[32],
                o.part[33],
                o.part[34],
                o.part[35],
                o.part[36],
                o.part[37],
                o.part[38],
                o.part[39],
                o.part[40],
                o.part[41],
                o.part[42],
                o.part[43],
                o.part[44],
                o.part[45],
                o.part[46],
                o.part[47],
                o.part[48],
                o.part[49],
                o.part[50],
                o.part[51],
                o.part[52],
                o.part[53],
                o.part[54],
                o.part[55],
                o.part[56],
                o.part[57],
                o.part[58],
                o.part[59],
                o.part[60],
                o.part[61],
                o.part[62],
                o.part[63],
                o.part[64],
                o.part[65],
                o.part[66],
                o.part[67],
                o.part[68],
                o.part[69],
                o.part[70],
                o.part[71],
                o.part[72],
                o.part[73],
                o.part[74],
                o.part[75],
                o.part[76],
                o.part[77],
                o.part[78],
                o.part[79],
                o.part[80],
                o.part[81],
                o.part[82],
                o.part[83],
                o.part[84],
                o.part[85],
                o.part[86],
                o.part[87],
                o.part[88],
                o.part[89],
                o.part[90],
                o.part[91],
                o.part[92],
                o.part[93],
                o.part[94],
                o.part[95],
                o.part[96],
                color="blue",
                opacity=0.8,
                stagger=0.0167,
            ),
        )
        self.play(Write(o.result))  # water_cycle.c2v:154
        self.wait(2.8)

    def beat_ice(self, o, p):
        self.add_subcaption(  # water_cycle.c2v:157
            "Two are frozen, in the ice of the poles and of high mountains.",
            duration=5.2,
        )
        self.play(Fill(o.part[97], o.part[98], color="light_blue", opacity=1))  # water_cycle.c2v:158
        self.play(
            Rewrite(o.result, text="ice: 2"),  # water_cycle.c2v:160
            Color(o.result, color="teal"),  # water_cycle.c2v:161
        )
        self.wait(3.2)

    def beat_fresh(self, o, p):
        self.add_subcaption(  # water_cycle.c2v:165
            "One single drop is left, for all plants, animals and people on land. And most of it is hidden in the ground. So let us take care that it stays clean.",
            duration=12.4,
        )
        self.play(Fill(o.part[99], color="green", opacity=1))  # water_cycle.c2v:166
        self.play(Flash(o.part[99]))  # water_cycle.c2v:167
        self.play(
            Rewrite(o.result, text="fresh water: 1"),  # water_cycle.c2v:169
            Color(o.result, color="green"),  # water_cycle.c2v:170
        )
        self.wait(9.4)
