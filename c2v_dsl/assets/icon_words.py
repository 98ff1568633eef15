"""What teachers call an icon, where the sets have another name for it."""

from __future__ import annotations

__all__ = ["WORDS"]

_TABLE = """
apple: fruit
armchair: chair
arrow-right: arrow
atom: molecule physics
award: grade
baby: child kid
ball-basketball: basketball
ball-football: football soccer
ball-tennis: tennis
banknote: money
barrel: oil
biceps-flexed: arm muscle strength
bike: bicycle
biohazard: bacteria
bird: freedom
book-open: read reading story
brain: brains mind
brain-circuit: ai
bubbles: bubble gas
bug: beetle germ insect
building: office
building-2: city skyscraper town
building-bridge: bridge
cactus: desert
cake: birthday
calendar: date year
calendar-clock: deadline
candy: sweets
car-taxi-front: taxi
carrot: vegetable
castle: fortress
chart-column: chart statistics
chart-pie: pie
check: tick
chess-knight: knight
chess-pawn: soldier
chess-queen: queen
circle-alert: exclamation
circle-check: correct
circle-question-mark: question
circle-x: error wrong
citrus: orange
clipboard-check: exam test
clock: time
cloud-drizzle: drizzle
cloud-fog: fog
cloud-lightning: thunder thunderstorm
cloud-rain: rain rainfall
cloud-snow: snow snowfall
code: program
code-xml: programming
coffee: tea
cog: gear gears machine motor
cooking-pot: kitchen
cpu: chip processor
credit-card: card credit
crown: emperor king monarchy
cup-soda: drink soda
database: data
dental: teeth tooth
dice-5: die
dna: biology chromosome gene genes
dollar-sign: dollar
droplet: blood drop faucet raindrop tap
droplets: water
drumstick: chicken
dumbbell: sport
earth: geography planet-earth
equal: equals
factory: industry pollution power-plant
file: paper
file-text: document page
film: cinema
flag: country nation revolution
flame: fire flames
flashlight: torch
flask-conical: chemistry lab laboratory science
footprints: feet foot footstep
frown: sad
fuel: gasoline petrol pump
gamepad-2: game
gavel: court judge
gem: crystal jewel treasure
gift: present
globe: internet web
graduation-cap: education graduation pupil student
hard-drive: disk storage
hard-hat: worker
hat-glasses: hacker thief
image: picture
info: information
japanese-yen: yen
lamp-desk: desk
landmark: bank government museum parliament ruins statue temple
laugh: joy
lens-convex: lens
lightbulb: idea light light-bulb
lock: encrypted encryption privacy secret
lock-open: decrypted unlock
lungs: lung
mail: email envelope letter
mailbox: post
man: boy
memory-stick: memory
messages-square: chat conversation discussion
mic: voice
microscope: scientist
mirror-rectangular: mirror
monitor: pc screen
mood-cry: crying
mood-sick: ill sick
mood-suprised: surprised
moon-star: night
motorbike: motorcycle
music: song
notebook-pen: homework
octagon-x: stop
orbit: galaxy solar-system
package: parcel
palette: art
party-popper: celebration party
paw-print: animal pet
pen-line: write
pencil: chalk
piggy-bank: savings
pill: drug medicine
plane: aeroplane airplane flight
plane-takeoff: airport
plug: socket
pointer: finger
pound-sterling: pound
presentation: blackboard board lecture lesson teacher whiteboard
radiation: nuclear
road: street
sailboat: boat sail
scale: balance justice law scales
search: magnifier magnifying-glass
shield: army
shield-check: safety security
ship-wheel: wheel
shirt: clothes dress
shopping-bag: bag
shopping-cart: buy cart shopping
shower-head: shower
shrub: bush
sigma: mathematics maths
smartphone: cellphone mobile
smile: face happy
snowflake: ice
solar-panel: solar
speaker: loudspeaker
speech: speak speaking talk
sprout: grass seed seedling
steam: vapor vapour
stethoscope: doctor
stone: rock
store: market shop supermarket
sun: day sunlight sunny
sunrise: morning
sunset: evening
sword: weapon
swords: battle fight war
syringe: injection vaccination
tag: price
telescope: astronomy
test-tube: experiment tube
thermometer-snowflake: cold
thermometer-sun: heat
thumbs-down: dislike no
thumbs-up: like yes
timer: stopwatch
toy-brick: toy
tractor: farm
train-track: rails railway
tram-front: subway tram
trash: bin garbage rubbish waste
tree-palm: island palm
tree-pine: pine
trees: forest
trending-down: decline decrease
trending-up: increase
triangle-alert: danger warning
trophy: prize winner
truck: delivery lorry
user: human person
user-round: friend
users: family people population
users-round: crowd
utensils: dinner food meal restaurant
vault: safe
virus: disease epidemic infection pandemic
volleyball: ball
volume-2: noise sound
vote: ballot election
waves-arrow-up: evaporation
waves-horizontal: lake ocean river sea wave waves
wheat: corn
woman: girl
workflow: algorithm
wrench: repair
zap: electricity energy lightning
"""

WORDS: dict[str, str] = {
    word: name
    for name, _, words in (line.partition(": ") for line in _TABLE.split("\n") if line)
    for word in words.split()
}
"""The set's name by an everyday word, for words that are no names of icons themselves."""
