<#import "base.ftl" as base>
<@base.page title=tag><h1>${tag}</h1><@base.items of=tag_posts/></@base.page>
