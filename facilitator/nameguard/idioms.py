"""Small families of words that tell a person from a thing beside a word that may be either."""

from __future__ import annotations

from facilitator.nameguard.language import word_set

MODALS = frozenset(("will", "may", "can", "might", "wills"))


VERBS_TOO = word_set("""
    will may can mark grant hope bill chase pat rob sue drew nick chuck skip josh ray trip pierce curt frank
    hank bob rose dawn wade faith harry major bond chip jack mike peter jimmy pip sally carry merit price win
    pet kit rush rock trust storm rain dash dale ward guy buck burt cherish praise promise reign wood sage page
    jay gene dot herb buzz buster fern penny tuck tucker spike mace park cook tab bay butch lance scout gale
    stew miles duke grace honour honor favour treasure whisper rip march flash turner smith brand flick basil
    pepper fox hunter
""")


HARD_MONTH = word_set("""
    in since until till by next last this early late mid of during before after end start beginning middle every
    coming through around past
""")


NO_SUBJECTS = word_set("""
    rob jack mike jimmy frank pat nick harry sue drew josh hank bob skip wade chuck sally peter gene dale lance tucker
    jay sandy carol dot bev abby bobby billy tommy teddy sonny shell robin victor merlin prince precious angel destiny
    randy dusty rusty misty candy mandy ginny jenny molly polly kit art earl major dean grant clay ash
""")
"""Names that are words too, but hardly words of which one would say that they came or rang."""


OF_PEOPLE = word_set("""
    turn house flat phone mobile email number birthday funeral appointment meds tablets partner boyfriend girlfriend
    bag coat car dog cat idea address key keys text voice hand face room landlord social solicitor benefits pip job
    shift fall accident illness death departure wedding anniversary bike scooter wheelchair stick glasses hearing
    operation results surgery family parents kids children baby ex wife husband feedback apologies share sponsor
    keyworker name surname nickname lift
""")
"""What belongs to people, and hardly to a virtue or a flower."""


ADJECTIVES = word_set("""
    frank sunny rich gay misty sandy dusty rusty happy jolly earnest blue olive ginger constant precious gentle merry
    noble swift stark young long short strong sharp bright wise brave blithe bonny bonnie early chance sterling royal
    tiny stormy rocky sonny
""")
BEING = word_set("""
    is was be been being are were am isnt wasnt very so too quite more really pretty rather totally brutally perfectly
    less feel feels felt seem seems seemed looked looks got gets get getting
""")
MOVING = word_set("""
    walk walks walked walking ran run drove drives driving drive cycled cycle travelled travel travels hiked hike came
    rode for of by too few many some more extra swam run runs went
""")
"""Before what is counted: “walked miles”."""


WORDS_OF = word_set("""
    word words card cards theme themes value values topic topics virtue virtues feeling feelings poster posters
    flipchart stones pebbles labels quality qualities wrote like drew painted letters spelt spelled
""")
"""What virtues are written on, and their like."""


HAVING = word_set("""
    have has had having find finds found finding lose loses lost losing need needs needed needing feel feels felt
    feeling give gives gave giving given want wants wanted bring brings restore restored restores practise practised
    practising practice learn learned learning learnt spread spreads seek seeking choose chose choosing offer offers
    means mean offering inspire inspires lack lacks lacking little show shows showing
""")
"""What people do with virtues: “gives them hope”, “lost faith”."""


MONTHLY = word_set("""
    meeting meetings session sessions group end start weather rota minutes agenda newsletter theme figures numbers
    dates bill rent pay payday speaker topic walk outing trip social lunch coffee evening evenings days nights sun
    heat rain bank holiday holidays school budget accounts report attendance turnout flowers issue edition programme
    plan calendar diary exams exam half term sale sales trips deadline heatwave weekend birthstone target
    appointment review
""")
"""What a month has: “June’s meeting”."""


_SPOKE = word_set("""
    talk talks talked talking speak speaks spoke spoken speaking said say listen listened listening write wrote
    written gave give given sent send next went go going married back according thanks thank owed owes happened
    close near sat sitting related attached engaged addressed opposite apologise apologised apologized sorry
    message messages lied waved nodded smiled shouted swore goodbye hello hi chatted chat text texts call calls
    email emails lent explained mentioned turned similar lovely kind nice mean rude horrible cruel new
""")


MESSAGES = word_set("""
    text texts message messages email emails call calls card letter note apologies apology word voicemail
    contact home visit news apols
""")


_TOGETHER = word_set("""
    word words chat chats chatted talk talked talking spoke speak speaking session lunch coffee tea lift shared
    share sat sit met meet
    meeting lives living stayed staying stay went came walked paired pair row argument argued issue problem
    problems supervision call
    contact touch worked working agreed agree disagreed disagree split broke angry cross upset annoyed pleased
    along friends two one
    catchup conversation conversations debrief debriefed checkin checked check happened wrong
""")


NO_ADDRESS = word_set("""
    happy love well best morning evening poor no
""")


FOND_OF = word_set("""
    death loss memory funeral care think thinking thought photo photos picture news brother sister mother father
    son daughter friend
    wife husband partner mum dad friends fond proud jealous scared afraid frightened sick tired rid ahead instead
    because
""")


PLAIN_PREPOSITIONS = word_set("""
    in on into under over per during through up out off down around within towards along across
""")


PEOPLE_DID = word_set("""
    moved gone left stopped started been agreed asked decided told lost joined split relapsed apologised
    apologized offered got had
    turned come missed finished stayed said given taken made brought sent started quit phoned rung texted emailed
    bought sold found
    promised invited met seen heard applied passed struggled managed improved recovered died married divorced
    separated volunteered
    never always just really already also now not
""")


PERSONAL = (
    _SPOKE
    | MESSAGES
    | _TOGETHER
    | FOND_OF
    | word_set("""
    worried worry worries worrying check checked checking checks proud news prayers pray prayed week weeks day
    days evening night role
    place chair seat flowers cake collection cover covering covered look looked looking looks listen waved pointed
    nodded laughed laughing
    cheered clapped applause wait waited waiting asked ask asking care cares caring cared responsible sorry
    apologised kind rude unkind
    gift reference job money loan debt owed room space time message left leave go gone goes come came comes going
    next back close
    due fun hope hopes wish wishes best hard tough difficult good great better worse easy harder thanks credit
    words work done
    key keys book form forms letter notes photo something anything everything nothing plan goal ideas story
    tissues hug hugs
    truth lies rumour rumours according flowers wreath stood stand stands spoke stick stuck looks fell fallen
    caught catch put keep kept
    dinner breakfast sandwich home house flat bag coat phone number lost won heard hears hearing told complaint
    concern concerns
    feedback help helped support supported lied stole borrowed bought got took dropped handed passed gave brought made
""")
)


ABSTRACT = word_set("""
    hope faith grace joy art summer autumn winter spring love peace patience charity mercy honour honor dawn
    prayer time april may june
    august january march day night sky rain snow trust truth freedom justice comfort courage wisdom harmony
    serenity christmas easter
    liberty light fun honey tea rose heather ivy ruby amber pearl crystal music song story will
""")


ACTIONS = word_set("""
    bring chair lead drive cook bake call ring text phone email write come attend join leave collect pick drop lend
    borrow pay book host read sing play visit ask tell speak talk say relied trusted asked told invited contacted
    rung texted phoned collected picked driven missed here back away late absent there joining coming leaving
    chairing leading driving bringing cooking hosting moving starting volunteer apply return stay sit stand set make
    send arrange organise open lock sort
""")
"""What somebody will or may do, and a virtue hardly."""


VIRTUES = word_set("""
    hope faith grace joy love peace patience charity mercy honour honor trust truth freedom justice comfort courage
    wisdom harmony serenity prudence verity felicity constance temperance favour blessing gift glory
""")
"""What people have or lack, and some are called."""


STATES = word_set("""
    absent late away ill unwell better fine ok okay tired quiet back here off home sick poorly sober well
    struggling sad low flat upset
    angry anxious new gone missing again still no not never also first next last present early excused tearful
    calmer happier worse right wrong ready brilliant great hopeless gutted furious buzzing chuffed
    cross expecting engaged pregnant due
    there around nervous lonely stuck overwhelmed exhausted today tonight tomorrow both too
""")


IN_A_STATE = word_set("""
    tears bits pieces hospital pain bed court prison rehab recovery crisis shock denial agony surgery bother
    trouble work therapy
    treatment lockdown isolation debt arrears
""")


THINKS = word_set("""
    think thinks thought agreed agree agrees said says say know knows knew believe hope hopes hoped reckon
    reckons reckoned felt feel guess told asked heard see saw decided noticed mentioned wish bet suppose worried
    suggested ask whether that if because when while since although though as until unless but so and than where
    how what why after before like cos coz cuz bcoz cause then also today tonight yesterday plus once which ok
    okay yes well btw fyi
""")


ONLY_PEOPLE = word_set("""
    proud card message text texts email spoke speak speaking said sat sit sitting next worried lift funeral
    birthday role week turn
    news note apologies death memory friend friends brother sister wife husband jealous rang swore waved
    apologised apologized sorry
    according flowers wreath call calls catchup lunch coffee tea dinner supervision truth proposed seconded chaired led
    word chat married engaged row argument asked check checked gave sent lent thanks instead owed owes hugs hug hard
""")


HEADING_A_CLAUSE = word_set("""
    that what which when whether if because since while how why where once until before after as than though
    although and but so or then
    this now
""")


ENDEARMENTS = word_set("""
    poor dear darling old young big little wee lovely
""")


ONES = word_set("""
    first one only last oldest youngest eldest new chair treasurer secretary facilitator timekeeper welcomer
    reader host driver quiet
    quietest loudest member newcomer helper volunteer carer
""")


PARTICLES = word_set("""
    up in out round around over down back on off along away
""")


LED_BY = word_set("""
    proposed seconded chaired led run hosted opened closed facilitated written read signed told taken brought supported
""")


ARTICLES = word_set("""
    a an the this these those some any no every each another my your his her our their its
""")


PREPOSITIONS = word_set("""
    to of with from about by for at like than as without against behind beside near opposite after before between
""")


TIMES = word_set("""
    tonight today tomorrow yesterday later afterwards meanwhile instead perhaps maybe again once soon finally
    eventually next last plus
    also alone together anyway overall twice thrice earlier still even only just monday tuesday wednesday thursday
    friday saturday
    sunday re via note nb fyi ps here there week month morning evening afternoon
""")


ASKING = word_set("""
    can could will would should shall may might must did does do is was has had are were isnt wasnt hasnt didnt
    doesnt wont cant
""")
"""Words that open a question: what follows is its subject."""


SPEECH = word_set("""
    said says told tells asked asks rang phoned texted emailed replied shouted whispered laughed sobbed wept
    hugged swore nodded apologised
    apologized thanked cried
""")
"""Verbs that nothing but a person does."""
